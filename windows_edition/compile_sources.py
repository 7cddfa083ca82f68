"""Compiles sources to bytecode of the Python that runs this: `compile_sources.py SOURCES.zip BYTECODE.zip`.

Runs in the embedded Python, which has the standard library alone. From one archive into another: under wine
each file that is opened costs more than compiling it. Docstrings, a tenth of all bytecode, are left out;
asserts stay.
"""

from __future__ import annotations

import _imp
import ast
import importlib.util
import marshal
import sys
import zipfile

UNCHECKED_HASH = (1).to_bytes(4, "little")
"""The flags of a .pyc that is never held against its source (PEP 552): there is none beside it."""


def main(sources: str, bytecode: str) -> None:
    """Writes `a/b.pyc` for each `a/b.py`, in the same order and always with the same bytes."""
    magic = importlib.util.MAGIC_NUMBER
    with zipfile.ZipFile(sources) as given, zipfile.ZipFile(bytecode, "w", zipfile.ZIP_STORED) as made:
        for name in given.namelist():
            source = given.read(name)
            code = compile(without_docstrings(source), name, "exec", dont_inherit=True, optimize=0)
            key = _imp.source_hash(importlib.util._RAW_MAGIC_NUMBER, source)
            made.writestr(zipfile.ZipInfo(f"{name}c"), magic + UNCHECKED_HASH + key + marshal.dumps(code))


def without_docstrings(source: bytes) -> ast.Module:
    """The same program on the same lines."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        match node:
            case (
                ast.Module(body=[ast.Expr(ast.Constant(str())) as told, *rest])
                | ast.ClassDef(body=[ast.Expr(ast.Constant(str())) as told, *rest])
                | ast.FunctionDef(body=[ast.Expr(ast.Constant(str())) as told, *rest])
                | ast.AsyncFunctionDef(body=[ast.Expr(ast.Constant(str())) as told, *rest])
            ):
                node.body = [*rest] or [ast.copy_location(ast.Pass(), told)]
    return tree


if __name__ == "__main__":
    main(*sys.argv[1:])
