"""axe finds nothing on any kind of page, light and dark, admin included."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from .pages import ADMIN, PUBLIC, follow, log_in

pytestmark = pytest.mark.browser

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(autouse=True)
def no_complaints() -> None:
    """axe puts a style of its own into the page, which the policy rightly refuses: test_console looks without axe."""


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options=RULES).response["violations"]
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]} ({len(v['nodes'])}×)" for v in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PUBLIC.values(), ids=PUBLIC.keys())
def test_public_pages(page: Page, path: str, scheme: str):
    page.emulate_media(color_scheme=scheme)
    page.goto(path)
    assert violations(page) == []


@pytest.mark.parametrize("kind", ["case", "source"])
def test_pages_of_one_thing(page: Page, kind: str):
    page.goto("/cases/?q=获得电力")
    target = "[data-case] h3 a" if kind == "case" else ".hit-source a"
    follow(page.locator(target).first)
    page.wait_for_url(f"**/{kind}s/*/**")
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/", "/cases/", "/outcomes/"])
def test_with_suggestions_open(page: Page, path: str, scheme: str):
    page.emulate_media(color_scheme=scheme)
    page.goto(path)
    box = page.locator("input[data-suggest]")
    box.press_sequentially("服务")
    page.get_by_role("option").first.wait_for()
    box.press("ArrowDown")
    assert violations(page) == []


def test_the_login_page(page: Page):
    page.goto("/admin/login/")
    assert violations(page) == []


@pytest.mark.parametrize("path", ADMIN.values(), ids=ADMIN.keys())
def test_admin_pages(page: Page, path: str):
    log_in(page)
    page.goto(path)
    assert violations(page) == []


def test_the_change_form_of_a_case(page: Page):
    log_in(page)
    page.goto("/admin/catalogue/casestudy/")
    follow(page.locator("#result_list tbody th a").first)
    page.wait_for_url("**/change/**")
    assert violations(page) == []
