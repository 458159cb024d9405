"""Who may import whom: `ingest` may use `catalogue`, never the other way; the stages use neither it nor Django."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
KNOWS_THE_DATABASE = {"admin", "apps", "load", "management"}
"""The parts of `ingest` that are no pure stages."""


def imports_of(file: Path) -> set[str]:
    """Every module named in an import statement of the file, also inside functions; relative ones resolved."""
    package = file.relative_to(ROOT).parts[:-1]
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *filter(None, [node.module])])
            names |= {module, *(f"{module}.{alias.name}" for alias in node.names)}
    return names


def files_under(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def offending(file: Path, *packages: str) -> set[str]:
    return {name for name in imports_of(file) if name.split(".")[0] in packages}


def is_stage(file: Path) -> bool:
    return file.relative_to(ROOT / "ingest").parts[0].removesuffix(".py") not in KNOWS_THE_DATABASE


@pytest.mark.parametrize("file", files_under("catalogue"), ids=lambda f: str(f.relative_to(ROOT)))
def test_the_catalogue_never_imports_the_ingest(file: Path):
    assert offending(file, "ingest") == set()


@pytest.mark.parametrize(
    "file", [f for f in files_under("ingest") if is_stage(f)], ids=lambda f: str(f.relative_to(ROOT))
)
def test_stages_are_pure_python(file: Path):
    assert offending(file, "catalogue", "django", "environ", "requests", "urllib", "socket") == set()


def test_the_check_sees_what_it_looks_for():
    """So that a change of `imports_of` cannot make the two tests above pass for nothing."""
    assert "catalogue.models.region" in imports_of(ROOT / "catalogue" / "models" / "__init__.py")
    assert len(list(filter(is_stage, files_under("ingest")))) > 5
