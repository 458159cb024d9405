"""Suggestions under a search box: by keyboard, with a screen reader's eyes, by finger and without scripts."""

from __future__ import annotations

import re
import time
import urllib.request

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

pytestmark = pytest.mark.browser

BOXES = {"/": "#q", "/cases/": "#q", "/outcomes/": "#header-q", "/suggest": "#q"}
"""Where search boxes stand, one a page."""


def box_of(page: Page, path: str = "/") -> Locator:
    page.goto(path)
    return page.locator(BOXES[path])


def type_in(page: Page, text: str, path: str = "/") -> Locator:
    """Type, and wait until something is suggested."""
    box = box_of(page, path)
    box.fill("")
    box.press_sequentially(text)
    expect(box).to_have_attribute("aria-expanded", "true")
    return box


def active(page: Page, box: Locator) -> Locator:
    """The option that the box names as active."""
    return page.locator(f"#{box.get_attribute('aria-activedescendant')}")


@pytest.fixture(autouse=True, scope="module")
def index_is_built(base_url: str) -> None:
    """A site that has just started builds its index aside, and suggests nothing until then."""
    for _ in range(300):
        with urllib.request.urlopen(f"{base_url}/suggest?q=hddl", timeout=60) as answer:
            if "获得电力" in answer.read().decode():
                return
        time.sleep(0.2)
    raise RuntimeError("nothing was suggested within a minute")


@pytest.mark.parametrize("path", BOXES)
def test_every_box_is_a_combobox(page: Page, path: str):
    box = box_of(page, path)
    expect(box).to_have_role("combobox")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.fill("")
    box.press_sequentially("服务")
    expect(box).to_have_attribute("aria-expanded", "true")
    listed = page.locator(f"#{box.get_attribute('aria-controls')}")
    expect(listed).to_have_role("listbox")
    expect(listed).to_have_accessible_name("搜索建议")
    options = listed.get_by_role("option")
    assert 0 < options.count() <= 10
    expect(listed.get_by_role("group", name="指标").get_by_role("option").first).to_contain_text("政务服务")
    announced = page.locator("[role=status]", has_text=re.compile(rf"^{options.count()} 条建议"))
    expect(announced).to_be_attached()


def test_by_keyboard(page: Page):
    box = type_in(page, "长沙")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    expect(active(page, box)).to_contain_text("长沙市")
    expect(active(page, box)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("End")
    last = page.get_by_role("option").last.get_attribute("id")
    expect(box).to_have_attribute("aria-activedescendant", last or "")
    page.keyboard.press("ArrowDown")  # past the last: back in the box
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowUp")
    expect(box).to_have_attribute("aria-activedescendant", last or "")
    page.keyboard.press("Home")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
    expect(box).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/cases/\?region=430100$"))


def test_enter_without_a_choice_searches(page: Page):
    type_in(page, "电力")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/cases/\?q="))
    expect(page.locator("[data-total]")).to_be_visible()
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_enter_at_once_searches_and_nothing_pops_up_afterwards(page: Page):
    box = box_of(page, "/cases/")
    box.press_sequentially("电力")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/cases/\?q="))
    page.wait_for_timeout(500)
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_escape_closes_the_list_and_keeps_what_was_typed(page: Page):
    box = type_in(page, "电力")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("电力")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-expanded", "true")


def test_tab_goes_on_and_closes(page: Page):
    box = type_in(page, "电力")
    page.keyboard.press("Tab")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("button", name="搜索")).to_be_focused()


def test_a_measure_leads_to_its_place_in_the_case(page: Page):
    type_in(page, "yajianyekuo")
    page.get_by_role("option", name=re.compile("压减业扩报装环节时间")).click()
    expect(page).to_have_url(re.compile(r"/cases/\d+/#measure-\d+$"))
    expect(page.locator(":target")).to_be_in_viewport()


def test_nothing_is_asked_while_characters_are_composed(page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "/suggest" in request.url else None)
    box = box_of(page)
    asked.clear()  # the script of that name
    box.focus()
    session = page.context.new_cdp_session(page)
    session.send("Input.imeSetComposition", {"text": "huo de", "selectionStart": 6, "selectionEnd": 6})
    page.wait_for_timeout(400)
    assert asked == []
    session.send("Input.insertText", {"text": "获得"})
    expect(box).to_have_attribute("aria-expanded", "true")
    expect(box).to_have_value("获得")
    assert len(asked) == 1


def test_a_late_answer_to_earlier_letters_is_dropped(page: Page):
    def late(route: Route) -> None:
        page.wait_for_timeout(600)
        route.continue_()

    box = box_of(page)
    page.route(re.compile(r"/suggest\?q=%E9%95%BF$"), late)
    box.press_sequentially("长")
    page.wait_for_timeout(200)
    box.press_sequentially("沙")
    expect(page.get_by_role("option").first).to_contain_text("长沙市")
    page.wait_for_timeout(800)
    expect(page.get_by_role("option").first).to_contain_text("长沙市")


def test_the_list_is_there_again_after_htmx_has_brought_other_results(page: Page):
    page.goto("/cases/")
    with page.expect_response(re.compile(r"/cases/\?.*indicator=")):
        page.locator("[data-facet='indicator'][data-count]:not([data-count='0']) input").first.check()
    box = page.locator("#q")
    expect(box).to_have_role("combobox")
    box.press_sequentially("长沙")
    expect(box).to_have_attribute("aria-expanded", "true")


@pytest.mark.parametrize("path", BOXES)
def test_on_a_phone_the_list_fits_and_is_wide_enough_for_a_finger(browser: Browser, base_url: str, path: str):
    context = browser.new_context(
        base_url=base_url, locale="zh-CN", viewport={"width": 390, "height": 800}, has_touch=True
    )
    page = context.new_page()
    type_in(page, "服务", path)
    options = page.get_by_role("listbox").get_by_role("option")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    for option in options.all():
        assert (option.bounding_box() or {"height": 0})["height"] >= 44
    options.first.tap()
    expect(page).to_have_url(re.compile("indicator=government-services"))
    context.close()


def test_typed_text_can_be_read(page: Page):
    for path in BOXES:
        box = box_of(page, path)
        assert box.evaluate("e => getComputedStyle(e).color !== getComputedStyle(e).backgroundColor")


def test_the_list_is_not_printed(page: Page):
    type_in(page, "电力")
    page.emulate_media(media="print")
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_without_scripts_suggestions_are_a_page(browser: Browser, base_url: str):
    context = browser.new_context(java_script_enabled=False, base_url=base_url, locale="zh-CN")
    page = context.new_page()
    page.goto("/")
    page.locator(".hero-search input").fill("hddl")
    page.get_by_role("button", name="看建议").click()
    expect(page.get_by_role("heading", name="指标")).to_be_visible()
    page.get_by_role("link", name=re.compile("获得电力")).click()
    expect(page).to_have_url(re.compile("indicator=getting-electricity"))
    page.locator("#q").fill("长沙")
    page.get_by_role("button", name="看建议").click()
    expect(page.get_by_role("link", name=re.compile("^长沙市"))).to_be_visible()
    page.locator("#q").fill("电力")
    page.keyboard.press("Enter")  # and a box searches, as ever
    context.close()
