"""The hall's pages: one for each role, and the files they are made of. Nothing comes from another machine.

    page_for(Role.MC, Language.VI)   the HTML of the MC's page
    join_page(Language.VI)           the form for a join code
    asset("page.css")                the bytes of a file and their type; None for what is no file of ours

A page is an empty frame. Its script `<role>.js` follows /api/events and draws; the phrases come from
texts/pages/ as the modules `words.vi.js` and `words.en.js`, and what a script must know of the fields of a
picture from their types, as `fields.js`. There is no build step and nothing inline, so the strictest content
policy holds.

The scripts, by what they are for:

- every page       screen.js its frame, menu.js, room.js, theme.js, awake.js, clock.js, count.js, floating.js,
                   dom.js, fit.js, formats.js, kept.js, role.js, words.js
- what comes       events.js the stream; hub.js, sharing.js, leading.js one of them for a whole browser;
                   live.js the events of a role, stream.js the picture, merge.js a change laid on it
- what is asked    orders.js; asking.js, dialogs.js questions and forms;
                   reaching.js which console is asked, watching.js when the other one calls
- the caller       caller.js, amending.js and row_form.js a row, doors.js who is in, late.js who has not
                   answered, booth.js the player
- a role's page    mc.js, music.js, crew.js (lights and screen too), speaker.js, stage.js the chairman's,
                   display.js; day.js the day by the hours
- a round          round.js the batches and their people, award.js what is handed over elsewhere, cards.js the
                   field for a card's code; people.js who else is looked for, refusing.js a tick not taken
- the parts        cues.js, answer.js the cue light and its button, machine.js what no hand answers for,
                   known.js, messages.js, order.js, times.js, prompter.js, speech.js the speech clock,
                   timecode.js the code that comes in
- sound            sounding.js what is asked of the player, decks.js, desk.js the operator's
"""

from __future__ import annotations

import json
from collections.abc import Collection
from functools import cache
from html import escape
from importlib.resources import files

from msgspec import to_builtins

from runofshow.agenda_file.catalogue import catalogue
from runofshow.agenda_file.spoken_moments import spoken_anchor
from runofshow.core.agenda import Role
from runofshow.core.change import IDS, INNER_IDS
from runofshow.core.commands import AT_START
from runofshow.core.views.fields import moving
from runofshow.core.wire import Moves
from runofshow.texts import Language
from runofshow.texts.awards import EN as AWARDS_EN
from runofshow.texts.awards import VI as AWARDS_VI
from runofshow.texts.console import CONSOLE
from runofshow.texts.pages import PAGES
from runofshow.texts.screen import SCREEN
from runofshow.texts.turned_away import TURNED_AWAY

HOME_OF = {Role.LIGHTS: "crew", Role.SCREEN: "crew"}
"""The page of a role, where it is not its own: lights and screen have what the crew has."""
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}
SHEETS = ("page.css", "hands.css", "boards.css", "rounds.css")
CHOSEN = ' aria-current="true"'
WORDS = {f"words.{language.value}.js": language for language in Language}

HEAD = """<!doctype html>
<html lang="{lang}" data-lang="{lang}" data-role="{role}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="mobile-web-app-capable" content="yes">
<meta name="apple-mobile-web-app-capable" content="yes">
<meta name="apple-mobile-web-app-title" content="{name}">
<meta name="referrer" content="no-referrer">
<title>{name} · {short}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="apple-touch-icon" href="/assets/icon-180.png">
{links}
<script src="/assets/theme.js"></script>
"""

PAGE = """<link rel="manifest" href="/manifest.webmanifest?role={role}&amp;lang={lang}">
<script type="module" src="/assets/{script}.js"></script>
</head>
<body class="at-{script}">
<h1 class="unseen">{name}</h1>
<a class="skip" href="#main">{skip}</a>
<header id="bar" aria-label="{name}"></header>
<div id="connection" role="status">{connecting}</div>
<main id="main" class="{script}"></main>
<footer id="hand" class="{script}"></footer>
<p id="said" class="unseen" role="status"></p>
<noscript>{no_script}</noscript>
</body>
</html>
"""

JOIN = """</head>
<body class="join">
<main id="main">
<h1>{title}</h1>
{back}<form method="post" action="/join?lang={lang}">
{wrong}<label for="code">{code}</label>
<input id="code" name="code" required autofocus autocomplete="off" autocapitalize="characters"
 spellcheck="false" maxlength="12" aria-describedby="hint">
<p id="hint">{hint}</p>
<button class="main">{join}</button>
</form>
<nav aria-labelledby="screens">
<h2 id="screens">{screens}</h2>
<ul>
{roles}
</ul>
</nav>
<p><a href="/?choose&amp;lang={other}" lang="{other}" hreflang="{other}">{other_language}</a></p>
</main>
</body>
</html>
"""


def page_for(role: Role, language: Language) -> str:
    """The page of `role`; it is the same for everyone and holds nothing of the show."""
    words, name = PAGES[language], CONSOLE[language].role(role)
    script = HOME_OF.get(role, role.value)
    return _head(role.value, name, language) + PAGE.format(
        role=role.value,
        lang=language.value,
        script=script,
        name=escape(name),
        skip=escape(words.frame.skip_to_content),
        connecting=escape(words.frame.connecting),
        no_script=escape(words.frame.no_script),
    )


def join_page(
    language: Language,
    here: Collection[Role] = (),
    wanted: Role | None = None,
    wrong: bool = False,
    wait_s: int = 0,
) -> str:
    """The form for a join code: for the screen `wanted`, where one was chosen; `wrong` when the last one was.

    `wait_s`: so many seconds none is looked at, since too many were wrong.

    Who is in as `here` is led back there by links; every other screen asks for its own code.
    """
    words, name = PAGES[language], CONSOLE[language].role
    other = next(one for one in Language if one is not language)
    said = TURNED_AWAY[language].guesses.format(seconds=wait_s) if wait_s else words.frame.join_wrong
    complaint = f'<p class="wrong" role="alert">✗ {escape(said)}</p>\n' if wrong or wait_s else ""
    back = "".join(
        f'<p class="back"><a href="/{role.value}?lang={language.value}">'
        f"← {escape(words.frame.join_back.format(screen=name(role)))}</a></p>\n"
        for role in Role
        if role in here
    )
    code = words.frame.join_code if wanted is None else words.frame.join_code_of.format(screen=name(wanted))
    asked = f"/?choose&amp;lang={language.value}&amp;screen="
    roles = [
        f'<li><a href="{asked}{role.value}"{CHOSEN if role is wanted else ""}>{escape(name(role))}</a></li>'
        for role in Role
        if role not in here
    ]
    return _head("join", words.frame.join_title, language) + JOIN.format(
        title=escape(words.frame.join_title),
        back=back,
        lang=language.value,
        wrong=complaint,
        code=escape(code),
        hint=escape(words.frame.join_hint),
        join=escape(words.frame.join),
        screens=escape(words.frame.join_screens),
        roles="\n".join(roles),
        other=other.value,
        other_language=escape(words.frame.other_language),
    )


def asset(name: str) -> tuple[bytes, str] | None:
    """A file of the pages with its media type; None for any other name, a path included."""
    language = WORDS.get(name)
    if language is not None:
        return _words(language), TYPES[".js"]
    if name == "fields.js":
        return _fields(), TYPES[".js"]
    return _files().get(name)


@cache
def _files() -> dict[str, tuple[bytes, str]]:
    """Every file beside this one that a browser may have: only what was found here is ever given."""
    found = {}
    for file in files(__name__).iterdir():
        media_type = TYPES.get(f".{file.name.rpartition('.')[2]}")
        if media_type is not None and file.is_file():
            found[file.name] = (file.read_bytes(), media_type)
    return found


def _head(role: str, name: str, language: Language) -> str:
    links = "\n".join(f'<link rel="stylesheet" href="/assets/{sheet}">' for sheet in SHEETS)
    short = escape(PAGES[language].frame.short_name)
    return HEAD.format(lang=language.value, role=role, name=escape(name), short=short, links=links)


@cache
def _fields() -> bytes:
    """What a script must know of the fields of a picture, as a module of JavaScript."""
    planned = f"export const PLANNED = {json.dumps(sorted(moving(Moves.PLANNED)))};\n"
    ids = f"export const IDS = {json.dumps(IDS)};\nexport const INNER_IDS = {json.dumps(INNER_IDS)};\n"
    return f"{planned}{ids}".encode()


@cache
def _words(language: Language) -> bytes:
    """The phrases as a module of JavaScript."""
    words, console = PAGES[language], CONSOLE[language]
    # the console's refusals name its keys; a phone has buttons
    refusals = {
        **to_builtins(console.refusals),
        "not_started": words.calling.refused_not_started,
        "ended": words.calling.refused_ended,
        "item_skipped": words.calling.refused_item_skipped,
        "item_aside": words.calling.refused_item_aside,
        "bad_request": words.calling.refused_bad_request,
    }
    screen, awards = SCREEN[language], AWARDS_VI if language is Language.VI else AWARDS_EN
    phrases = {
        **words.flat(),
        "roles": to_builtins(console.roles),
        "refusals": refusals,
        "questions": to_builtins(console.questions),
        "forms": to_builtins(console.forms),
        "yes": console.yes,
        "at_start": spoken_anchor(AT_START, language),
        "calls": to_builtins(console.calls),
        "kinds": {kind.id: kind.label(language) for kind in catalogue().values()},
        "count": to_builtins(console.count),
        "award": to_builtins(awards),
        "people": to_builtins(console.people),
        "recovery": to_builtins(console.recovery),
        "proposals": to_builtins(console.proposals),
        "assumed": console.assumed,
        "unassigned": console.unassigned,
        "machines": console.machines,
        "no_server": console.no_server,
        "alarm": to_builtins(console.alarms),
        "sound": to_builtins(console.sound),
        "timecode": to_builtins(console.timecode),
        "desk": {"gone": screen.gone, "early": screen.ask_early, "early_why": screen.ask_early_why},
        "players": {"console": screen.player_console, "music": console.sound.at_music},
    }
    return f"export default {json.dumps(phrases, ensure_ascii=False, indent=1)};\n".encode()
