"""The tree of measures of one case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.outline import labels
from ingest.outline.asides import DEADLINE, DUTY_LINE, DUTY_NOTE, TIME_LIMIT
from ingest.outline.headings import PARALLEL, RUN_IN, Head, Piece, pieces
from ingest.outline.mending import mend
from ingest.recognise.agencies import parse_agency_line
from ingest.types import AgencyDraft, CaseDraft, MeasureDraft, Notice, Section, Severity, SpannedText

_PASSAGE_STYLES = labels.INLINE_STYLES | {PARALLEL, RUN_IN}
SHOWN = 20
"""Characters by which an editor knows a measure."""


@dataclass(slots=True)
class _Node:
    """A measure under construction; the root is the case itself."""

    head: Head | None = None
    texts: list[SpannedText] = field(default_factory=list)
    agencies: list[AgencyDraft] = field(default_factory=list)
    children: list[_Node] = field(default_factory=list)


def outline(section: Section, key: str) -> CaseDraft:
    """The case as lead and measures: lead, headings and texts in order are the text of the section.

    Lines that name the responsible agencies (责任单位：…) become agencies of their measure; a notice keeps their place,
    and that of a line that says until when.
    """
    found, notices = mend(pieces(section.blocks))
    root, duties = _tree(found)
    return CaseDraft(
        key=key,
        title=section.title,
        title_is_made=section.title_is_made,
        lead=SpannedText.paragraphs(root.texts),
        measures=tuple(_measure(node, 1) for node in root.children),
        preamble=section.preamble,
        agencies=tuple(root.agencies),
        notices=(*notices, *duties),
    )


def _tree(found: Sequence[Piece]) -> tuple[_Node, list[Notice]]:
    """The pieces as a tree: a style seen before closes what was opened since, a new one opens a level below."""
    root = _Node()
    path: list[tuple[str, _Node]] = []
    duties: list[Notice] = []
    for piece in found:
        if isinstance(piece, Head):
            path = _path_to(path, piece)
            node = _Node(piece)
            (path[-1][1] if path else root).children.append(node)
            path.append((piece.style, node))
        elif (duty := DUTY_LINE.match(piece.text.text)) and (agencies := _agencies(duty["word"], piece.text)):
            (path[-1][1] if path else root).agencies.extend(agencies)
            message = f"“{piece.text}”读作责任单位，不列入正文"
            duties.append(Notice("agency-line", Severity.INFO, message, piece.text.spans()))
        elif (path or root.agencies) and DEADLINE.match(piece.text.text):
            of = f"“{_named(path[-1][1])}”" if path else "全案"
            message = f"“{piece.text}”是{of}的时限，不列入正文"
            duties.append(Notice("deadline", Severity.INFO, message, piece.text.spans()))
        else:
            node = path[-1][1] if path else root
            node.texts.append(piece.text)
            if note := DUTY_NOTE.search(piece.text.text):
                node.agencies.extend(parse_agency_line(piece.text[note.start("duty") : note.end("duty")]))
    return root, duties


def _named(node: _Node) -> str:
    """A measure as an editor finds it: by its heading, else by its first words."""
    heading = node.head.heading.text if node.head else ""
    words = heading or next((text.text for text in node.texts), "")
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"


def _path_to(path: list[tuple[str, _Node]], head: Head) -> list[tuple[str, _Node]]:
    """The open headings above a new one."""
    styles = [known for known, _ in path]
    if head.style in styles:
        return path[: styles.index(head.style)]
    if head.style in _PASSAGE_STYLES:
        # A list inside another passage is closed with it.
        return path[: next((at for at, (_, node) in enumerate(path) if _is_in_other_passage(node, head)), len(path))]
    # A heading of a section never stands under an item that only numbers the clauses of a passage.
    return path[: next((at for at, known in enumerate(styles) if known in _PASSAGE_STYLES), len(path))]


def _is_in_other_passage(node: _Node, head: Head) -> bool:
    inside = node.head.inside if node.head else None
    return inside is not None and head.inside is not None and inside != head.inside


def _agencies(word: str, line: SpannedText) -> tuple[AgencyDraft, ...]:
    """The agencies a line of duties names, without the time limit it may give as well; none where that is all."""
    limit = TIME_LIMIT.search(line.text)
    return () if "时" in word else parse_agency_line(line[: limit.start()] if limit else line)


def _measure(node: _Node, level: int) -> MeasureDraft:
    empty = SpannedText("", ())
    return MeasureDraft(
        label=node.head.printed if node.head else "",
        heading=node.head.heading if node.head else empty,
        text=SpannedText.paragraphs(node.texts),
        level=level,
        children=tuple(_measure(child, level + 1) for child in node.children),
        agencies=tuple(node.agencies),
    )
