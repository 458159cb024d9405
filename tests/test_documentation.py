"""What the documentation owes its readers: every command, option, setting, address and target is in it."""

import argparse
import re
from pathlib import Path

import pytest
from django.core.management import BaseCommand, get_commands, load_command_class
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import RoutePattern

from catalogue.models import Finding

ROOT = Path(__file__).resolve().parent.parent
REFERENCE = (ROOT / "docs" / "reference.md").read_text("utf-8")
OURS = sorted(name for name, app in get_commands().items() if app in ("catalogue", "ingest"))
DJANGOS_OWN = {
    action.option_strings[-1]
    for action in BaseCommand().create_parser("manage.py", "any")._actions
    if action.option_strings
}


def options_of(parser: argparse.ArgumentParser) -> set[str]:
    """Long option names of a command and of its subcommands, Django's own left out."""
    names: set[str] = set()
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, inner in action.choices.items():
                names |= {name} | options_of(inner)
        elif action.option_strings:
            names.add(action.option_strings[-1])
    return names - DJANGOS_OWN


def addresses(patterns: list[URLPattern | URLResolver], prefix: str = "") -> set[str]:
    """Every address of the site, without Django admin's own; parameters as <name>."""
    found: set[str] = set()
    for pattern in patterns:
        path = prefix + re.sub(r"<(?:\w+:)?(\w+)>", r"<\1>", str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            found |= {"/admin/"} if path == "admin/" else addresses(pattern.url_patterns, path)
        elif isinstance(pattern.pattern, RoutePattern):  # a regular expression only catches what leads nowhere
            found.add(f"/{path}")
    return found


@pytest.mark.parametrize("command", OURS)
def test_commands_and_options(command: str):
    parser = load_command_class(get_commands()[command], command).create_parser("manage.py", command)
    assert f"`{command}" in REFERENCE
    section = REFERENCE.split(f"### `{command}", 1)[1].split("\n### ", 1)[0]
    assert {option for option in options_of(parser) if f"`{option}" not in section} == set()


def test_codes_of_findings():
    assert {code.value for code in Finding.Code if f"`{code.value}` {code.label}" not in REFERENCE} == set()


def test_settings():
    settings = (ROOT / "catalogue" / "settings.py").read_text("utf-8")
    variables = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', settings))
    assert variables >= {"DATABASE_URL", "SECRET_KEY"}
    assert {name for name in variables if f"`{name}`" not in REFERENCE} == set()


def test_addresses():
    known = addresses(get_resolver().url_patterns)
    assert {"/", "/cases/", "/admin/"} <= known
    assert {address for address in known if f"`{address}`" not in REFERENCE} == set()


def test_make_targets():
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.search(r"^\.PHONY: (.+)$", makefile, re.M).group(1).split()
    assert {target for target in targets if f"`make {target}`" not in REFERENCE} == set()


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readme_starts_with_the_two_commands(name: str):
    readme = (ROOT / name).read_text("utf-8")
    assert 0 < readme.index("make run") < readme.index("make test") < 1500


def test_the_architecture_page_names_every_part():
    """And is one page: at most 80 lines."""
    page = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    parts = {
        f"{package.name}/{part.name}{'/' if part.is_dir() else ''}"
        for package in (ROOT / "catalogue", ROOT / "ingest")
        for part in package.iterdir()
        if (part.is_dir() and any(part.glob("*.*"))) or part.suffix == ".py"
        if part.name not in {"__init__.py", "__pycache__", "migrations", "management", "apps.py", "wsgi.py"}
    }
    missing = {part for part in parts if f"{part.split('/', 1)[1]}" not in page}
    assert missing == set()
    assert len(page.splitlines()) <= 80
