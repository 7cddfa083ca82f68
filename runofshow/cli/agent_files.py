"""What an agent reads without a running show, as the commands say it: agendas of one folder, the shows kept
on this machine, the catalogue; and what it proposes for an agenda, which the planning desk offers."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Final

from runofshow.agenda_file.proposed.judging import proposed_for
from runofshow.agenda_file.proposed.kept import keep, kept_proposals
from runofshow.agenda_file.proposed.reading import BadChange, read_changes, read_text
from runofshow.agenda_file.reader import read_plan
from runofshow.agents.offer import ANY, Resource, Told, Tool, refusal, schema
from runofshow.agents.proposing import told
from runofshow.agents.show_tools import CHANGES, WHO, WHY
from runofshow.cli.agendas import here
from runofshow.cli.outcome import Outcome
from runofshow.core.refusal import Refused
from runofshow.core.value import Json
from runofshow.journal import default_home
from runofshow.texts.console import CONSOLE

ENDINGS: Final = (".yaml", ".yml")
LONGEST_AGENDA: Final = 10 * 1024 * 1024
MOST_AGENDAS: Final = 500
_FILE: Final[Json] = {"type": "string", "description": "the name of an agenda, as list_agendas has it"}
_SHOW: Final[Json] = {
    "type": "string",
    "description": "the name of a kept show, as list_shows has it, or last",
}


class Files:
    """The folder of agendas that an agent may look into, and nothing beside it."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome
        given = outcome.asked.agenda
        self._root: Path | None = None if given == Path() else given.expanduser().resolve()

    def tools(self) -> Iterator[Tool]:
        """Every tool that needs no running show."""
        yield self._tool("list_agendas", "The agendas", "The agenda files that may be read.", self._agendas)
        yield self._tool(
            "check_agenda",
            "Check an agenda",
            "Every complaint and advice on an agenda file, with line, code and remedy.",
            lambda given: self._of_file(given, "check"),
            file=_FILE,
        )
        yield self._tool(
            "read_agenda",
            "Read an agenda",
            "The planned running order of an agenda file: items with hours, MC's words, cues, tracks, lists.",
            lambda given: self._of_file(given, "show"),
            file=_FILE,
        )
        yield self._tool(
            "list_kinds",
            "The catalogue of kinds",
            "What custom gives each kind of item: label, minutes, cues, words.",
            lambda given: self._said("kinds"),
        )
        yield self._tool(
            "list_shows",
            "Shows that were kept",
            "The shows and rehearsals kept on this machine, the latest first, with what is owed after them.",
            lambda given: self._said("shows"),
        )
        yield self._tool(
            "read_report",
            "The report of a kept show",
            "Plan against what came: items, cues, incidents, decisions, votes, who was honoured.",
            self._report,
            show=_SHOW,
        )

    def proposals(self) -> Iterator[Tool]:
        """What is proposed for an agenda that is not running, and what became of it."""
        yield self._tool(
            "propose_agenda_edit",
            "Propose edits to an agenda file",
            "Lays up to 20 changes of an agenda before the person who opens it at the planning desk"
            " (runofshow plan), who takes all, some or none. The agenda itself is not written. Ids as in"
            " read_agenda; what is protected cannot be touched.",
            self._propose,
            file=_FILE,
            who=WHO,
            why=WHY,
            changes=CHANGES,
        )
        yield self._tool(
            "list_agenda_proposals",
            "What was proposed for an agenda file",
            "Every proposal kept beside an agenda: its changes in words, whether it waits or is answered.",
            self._proposed,
            file=_FILE,
        )

    def _propose(self, given: dict[str, Json]) -> Told:
        path = self.found(given["file"])
        if isinstance(path, Told):
            return path
        now, tz = here()
        language = self._outcome.language
        try:
            who, why = (read_text(name, given[name]) for name in ("who", "why"))
            changes = read_changes(given["changes"])
        except BadChange as error:
            return refusal("bad_request", str(error))
        reading = read_plan(path, tz=tz, today=now.astimezone(tz).date(), language=language)
        if reading.agenda is None:
            return refusal("broken_agenda", "check_agenda says what is wrong with it")
        made = proposed_for(reading.agenda, "", " ".join(who.split()), why, changes)
        if not isinstance(made, Refused):
            try:
                made = keep(path, made, now)
            except OSError as error:
                return refusal("failed", error.strerror or str(error))
        if isinstance(made, Refused):
            return refusal(made.reason.value, CONSOLE[language].refusal(made.reason), about=made.about)
        return Told(told(made, tz, language))

    def _proposed(self, given: dict[str, Json]) -> Told:
        path = self.found(given["file"])
        if isinstance(path, Told):
            return path
        tz, language = here()[1], self._outcome.language
        found: list[Json] = [told(one, tz, language) for one in reversed(kept_proposals(path).proposals)]
        return Told({"proposals": found})

    def resources(self) -> Iterator[Resource]:
        """The catalogue and the format of agendas."""

        async def kinds() -> Told:
            return self._said("kinds")

        async def form() -> Told:
            return self._said("schema", is_json=False)

        yield Resource("runofshow://kinds", "kinds", "The catalogue of kinds.", kinds)
        yield Resource("runofshow://schema", "schema", "The JSON Schema of an agenda file.", form)

    def found(self, name: Json) -> Path | Told:
        """The agenda of that name, if an agent may read it."""
        if self._root is None:
            return refusal("no_agendas", "runofshow mcp was started without --agenda")
        if not isinstance(name, str) or not 0 < len(name) <= 255 or not name.isprintable():
            return refusal("bad_request", "file: the name of an agenda")
        folder = self._root if self._root.is_dir() else self._root.parent
        path = (folder / name).resolve()
        is_meant = path == self._root or (self._root.is_dir() and path.is_relative_to(self._root))
        if not is_meant or path.suffix.lower() not in ENDINGS or not path.is_file():
            return refusal("unknown_file", "list_agendas has the names")
        if path.stat().st_size > LONGEST_AGENDA:
            return refusal("too_large", "the file is too large for an agenda")
        return path

    def _agendas(self, given: dict[str, Json]) -> Told:
        if self._root is None:
            return self._no_root()
        if self._root.is_file():
            return Told({"agendas": [self._root.name]})
        names = sorted(
            path.name
            for path in self._root.iterdir()
            if path.suffix.lower() in ENDINGS and path.is_file() and path.resolve().parent == self._root
        )
        listed: list[Json] = [*names[:MOST_AGENDAS]]
        return Told({"agendas": listed, "left_out": max(0, len(names) - MOST_AGENDAS)})

    def _no_root(self) -> Told:
        found = self.found("")
        assert isinstance(found, Told)
        return found

    def _of_file(self, given: dict[str, Json], command: str) -> Told:
        path = self.found(given["file"])
        return path if isinstance(path, Told) else self._said(command, str(path))

    def _report(self, given: dict[str, Json]) -> Told:
        name = given["show"]
        if name != "last":
            kept = self._said("shows").value.get("shows")
            names = (
                [one.get("name") for one in kept if isinstance(one, dict)] if isinstance(kept, list) else []
            )
            if name not in names:
                return refusal("unknown_show", "list_shows has the names")
            # by its whole path: a name alone would be looked for in the folder that one stands in, too
            name = str(default_home(self._outcome.environ) / str(name))
        return self._said("report", str(name))

    def _said(self, command: str, *more: str, is_json: bool = True) -> Told:
        """What the command prints for programs."""
        from runofshow.cli import main

        asked = [command, *more, *(["--json"] if is_json else []), "--lang", self._outcome.language.value]
        out, wrong = io.StringIO(), io.StringIO()
        with redirect_stdout(out), redirect_stderr(wrong):
            main(asked, self._outcome.environ)
        try:
            value = json.loads(out.getvalue())
        except ValueError:
            return refusal("failed", wrong.getvalue().strip()[:2_000])
        return Told(value if isinstance(value, dict) else {"found": value})

    def _tool(
        self,
        name: str,
        title: str,
        description: str,
        work: Callable[[dict[str, Json]], Told],
        **arguments: Json,
    ) -> Tool:
        async def run(given: dict[str, Json]) -> Told:
            return work(given)

        takes = schema(list(arguments), **arguments) if arguments else ANY
        return Tool(name, title, description, run, takes, proposes="changes" in arguments)
