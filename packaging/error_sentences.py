"""Finds the sentences that errors say, so that they can be translated where they are shown.

Errors are raised in plain English, with f-strings, in packages that know of no language; so
are the notices of readers, of what was odd in a file (`Notice` in core/record.py). Of
each sentence this makes a template, "{path} is empty.", whose fields are named by what
stands in them. What an error is made of in the same module, a variable, a helper's answer
or its caller's literal, is a template of its own: a piece.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

# Their sentences are for the command line alone, which is in English.
_OF_THE_COMMAND_LINE = ("cli", "study")
_FILES_OF_THE_COMMAND_LINE = ("snapshot.py", "snapshot_review.py")
# Fewer letters than this between fields say nothing that could be told again.
_FEWEST_LETTERS = 3
_TRANSLATED = ("tr", "later")
# What a reader says without refusing a file.
_NOTICE = "Notice"
# What stands behind the colon of "section 7 is damaged: …" is raised as a ValueError there.
_SAYING_WHY = (
    *("annotation_words.py", "annotations.py", "little_endian.py", "philips_xli.py"),
    *("scp_huffman.py", "scp_leads.py", "scp_measurements.py", "scp_signal.py"),
)
# A field that holds "path.name" is the path.
_OF_ITS_OWNER = ("name", "stem", "parent")

# Where files are kept in order, sentences are told without an error, too, under these names.
_TELLING = ("review",)
_SENTENCES_OF_TELLING = ("told", "notes", "rescue", "_SENTENCES", "_NOT_ALLOWED")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(slots=True)
class Found:
    """Templates with the files that say them, and the places whose words stay unknown."""

    templates: dict[str, set[str]] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)


@cache
def error_sentences(root: Path) -> Found:
    """Return the templates of all errors of the program, and places that give none.

    root: the folder that holds the package.
    """
    trees = {
        path: ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted((root / "ecgviewer").rglob("*.py"))
        if path.relative_to(root).parts[1] not in _OF_THE_COMMAND_LINE
        and path.name not in _FILES_OF_THE_COMMAND_LINE
    }
    kinds = _kinds_of_error(trees.values())
    found = Found()
    for path, tree in trees.items():
        _Module(tree, path.relative_to(root).as_posix(), kinds, found).read()
    found.unknown.sort()
    return found


def _kinds_of_error(trees: Iterable[ast.Module]) -> set[str]:
    """Return Notice, EcgError and the names of all classes that derive from it."""
    kinds, before = {"EcgError", _NOTICE}, 0
    nodes = (node for tree in trees for node in ast.walk(tree))
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    while len(kinds) > before:
        before = len(kinds)
        kinds |= {one.name for one in classes if {_last(base) for base in one.bases} & kinds}
    return kinds


class _Module:
    """One file: its functions, and the sentences that its errors are made of."""

    def __init__(self, tree: ast.Module, name: str, kinds: set[str], found: Found) -> None:
        self._tree, self._name, self._kinds, self._found = tree, name, kinds, found
        self._functions = {node.name: node for node in ast.walk(tree) if isinstance(node, Function)}
        self._seen: set[tuple[int, str]] = set()

    def read(self) -> None:
        """Note the sentences of all errors that are made here."""
        says_why = self._name.rpartition("/")[2] in _SAYING_WHY
        for function, node in self._calls():
            if _last(node.func) in self._kinds and node.args:
                self._note(node.args[0], function, piece=False)
            elif says_why and _last(node.func) == "ValueError" and node.args:
                self._note(node.args[0], function, piece=True)
        if self._name.split("/")[1] in _TELLING:
            for name in _SENTENCES_OF_TELLING:
                for words, function in _assigned(name, self._tree):
                    self._note(words, function, piece=True)
                self._note_returned(name)

    def _calls(self) -> Iterator[tuple[Function | None, ast.Call]]:
        owners: dict[ast.AST, Function] = {}
        for function in ast.walk(self._tree):
            if isinstance(function, Function):
                # Inner functions come later and keep their own.
                owners.update((node, function) for node in ast.walk(function))
        for node in ast.walk(self._tree):
            if isinstance(node, ast.Call):
                yield owners.get(node), node

    def _note(self, words: ast.expr, function: Function | None, *, piece: bool) -> None:
        """Take down what an expression says, and what its fields say."""
        if isinstance(words, ast.Constant):
            if isinstance(words.value, str):
                self._keep(words.value)
        elif isinstance(words, ast.JoinedStr):
            template, fields = template_of(words)
            self._keep(template)
            for one in fields:
                self._note(one, function, piece=True)
        elif isinstance(words, ast.IfExp | ast.BoolOp | ast.Tuple | ast.Dict):
            for part in _alternatives(words):
                self._note(part, function, piece=piece)
        elif isinstance(words, ast.Name):
            self._note_name(words, function, piece=piece)
        elif isinstance(words, ast.Call):
            self._note_answer(words, piece=piece)
        elif not piece:
            self._miss(words)

    def _note_name(self, name: ast.Name, function: Function | None, *, piece: bool) -> None:
        if function is None or (id(function), name.id) in self._seen:
            return
        self._seen.add((id(function), name.id))
        given = [*_assigned(name.id, function), *self._arguments(name.id, function)]
        if not given and not piece:
            self._miss(name)
        for words, where in given:
            self._note(words, where, piece=True)

    def _note_answer(self, call: ast.Call, *, piece: bool) -> None:
        helper = self._functions.get(_last(call.func))
        if _last(call.func) in _TRANSLATED:
            return
        if helper is None:
            if not piece:
                self._miss(call)
        else:
            self._note_returned(helper.name)

    def _note_returned(self, name: str) -> None:
        helper = self._functions.get(name)
        if helper is None or (id(helper), "return") in self._seen:
            return
        self._seen.add((id(helper), "return"))
        for node in ast.walk(helper):
            if isinstance(node, ast.Return) and node.value is not None:
                self._note(node.value, helper, piece=True)

    def _arguments(
        self, name: str, function: Function
    ) -> Iterator[tuple[ast.expr, Function | None]]:
        """Yield what callers in this file give a parameter."""
        names = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
        if names[:1] in (["self"], ["cls"]):
            names = names[1:]
        for caller, call in self._calls():
            if _last(call.func) != function.name or caller is None:
                continue
            if name in names and names.index(name) < len(call.args):
                yield call.args[names.index(name)], caller
            yield from ((word.value, caller) for word in call.keywords if word.arg == name)

    def _keep(self, template: str) -> None:
        if sum(letter.isalpha() for letter in _outside_fields(template)) >= _FEWEST_LETTERS:
            self._found.templates.setdefault(template, set()).add(self._name)

    def _miss(self, words: ast.expr) -> None:
        self._found.unknown.append(f"{self._name}: {ast.unparse(words)}")


def _alternatives(words: ast.IfExp | ast.BoolOp | ast.Tuple | ast.Dict) -> list[ast.expr]:
    if isinstance(words, ast.Tuple):
        return words.elts
    return [words.body, words.orelse] if isinstance(words, ast.IfExp) else list(words.values)


def template_of(words: ast.JoinedStr) -> tuple[str, list[ast.expr]]:
    """Return an f-string with named fields, and the expressions that stand in them."""
    names: dict[str, str] = {}
    parts: list[str] = []
    fields: list[ast.expr] = []
    for part in words.values:
        if isinstance(part, ast.Constant):
            parts.append(str(part.value).replace("{", "{{").replace("}", "}}"))
        elif isinstance(part, ast.FormattedValue):
            whole = ast.unparse(part)
            if whole not in names:
                names[whole] = _free(_name_of(part.value), names.values())
                fields.append(part.value)
            parts.append("{" + names[whole] + "}")
    return "".join(parts), fields


def _free(name: str, taken: Iterable[str]) -> str:
    used = set(taken)
    names = (name, *(f"{name}_{n}" for n in range(2, len(used) + 2)))
    return next(one for one in names if one not in used)


def _name_of(value: ast.expr) -> str:
    """Return a name for what an expression gives: that of the thing, in small letters."""
    if isinstance(value, ast.Attribute) and value.attr in _OF_ITS_OWNER:
        return _name_of(value.value)
    if isinstance(value, ast.Name | ast.Attribute):
        return _last(value).lstrip("_").lower()
    if isinstance(value, ast.BoolOp):
        return _name_of(value.values[0])
    if isinstance(value, ast.BinOp):
        return _name_of(value.left)
    if isinstance(value, ast.Subscript):
        return _name_of(value.value)
    if isinstance(value, ast.Call):
        if _last(value.func) == "len" and value.args:
            return f"n_{_name_of(value.args[0])}"
        if value.args:
            return _name_of(value.args[0])
        # Of "what.capitalize()" it is the thing.
        thing = value.func.value if isinstance(value.func, ast.Attribute) else value.func
        return _name_of(thing)
    return "value"


def _last(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else "value"


def _assigned(
    name: str, where: Function | ast.Module
) -> Iterator[tuple[ast.expr, Function | None]]:
    function = where if isinstance(where, Function) else None
    for node in ast.walk(where):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield from ((value, function) for value in _given_to(name, target, node.value))
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            yield from ((x, function) for x in _given_to(name, node.target, node.value))


def _given_to(name: str, target: ast.expr, value: ast.expr) -> Iterator[ast.expr]:
    """Yield what a name gets in an assignment, also one of several at once."""
    if isinstance(target, ast.Name) and target.id == name:
        yield value
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, given in zip(target.elts, value.elts, strict=False):
            yield from _given_to(name, one, given)


def _outside_fields(template: str) -> str:
    parts = template.replace("{{", "").replace("}}", "").split("{")
    return parts[0] + "".join(part.partition("}")[2] for part in parts[1:])
