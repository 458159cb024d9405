"""A reader's way through the site: browse, filter, search, open, go back; also without JavaScript and on a phone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from .pages import follow

pytestmark = pytest.mark.browser


def total(page: Page) -> int:
    return int(page.locator("[data-total]").get_attribute("data-total") or -1)


def first_hit(page: Page) -> str:
    return page.locator("[data-case]").first.get_attribute("data-case") or ""


def test_from_the_front_page_to_a_case_and_back(page: Page):
    page.goto("/")
    follow(page.get_by_role("link", name=re.compile("^获得电力")).first)
    expect(page.get_by_role("heading", level=1)).to_contain_text("获得电力")
    page.goto("/cases/")
    everything = total(page)
    page.get_by_label("搜索词").fill("业扩报装")
    follow(page.get_by_role("button", name="搜索"))
    expect(page.locator("mark").first).to_be_visible()
    assert 0 < total(page) < everything
    assert "业扩报装" in page.locator("mark").all_inner_texts()

    found, opened = page.url, first_hit(page)
    follow(page.locator(f"[data-case='{opened}'] h3 a"))
    expect(page).to_have_url(re.compile(rf"/cases/{opened}/"))
    follow(page.get_by_role("link", name=re.compile("返回结果")))
    assert page.url.split("?")[1].split("&")[0] == found.split("?")[1].split("&")[0]
    assert first_hit(page) == opened


def test_ticking_a_filter_gives_what_its_count_said(page: Page):
    page.goto("/cases/")
    option = page.locator("[data-facet='indicator'][data-count]:not([data-count='0'])").first
    promised = int(option.get_attribute("data-count") or -1)
    with page.expect_response(re.compile(r"/cases/\?.*indicator=")):
        option.locator("input").check()
    expect(page.locator(f"[data-total='{promised}']")).to_be_visible()
    expect(page).to_have_url(re.compile("indicator="))
    # The box keeps the focus, and the new number is announced.
    expect(page.locator(":focus")).to_have_attribute("name", "indicator")
    expect(page.locator("#announcement")).to_have_text(f"共 {promised} 条")
    follow(page.locator(".chip").first)
    expect(page).not_to_have_url(re.compile("indicator="))


def test_the_region_tree_narrows_by_pinyin(page: Page):
    page.goto("/cases/")
    page.get_by_label("按名称或拼音查找地区").fill("changsha")
    tree = page.locator("#facet-region")
    expect(tree.locator("[data-value='430100']")).to_be_visible()
    expect(tree.locator("[data-value='440000']")).to_be_hidden()


def test_nothing_found_says_what_to_drop(page: Page):
    page.goto("/cases/?q=获得电力&region=江西省")
    assert total(page) == 0
    way = page.locator(".loosenings li").first
    promised = re.search(r"(\d+) 条", way.inner_text())
    assert promised
    follow(way.locator("a"))
    expect(page.locator("[data-total]")).to_have_attribute("data-total", promised[1])


def test_the_whole_way_without_javascript(browser: Browser, base_url: str):
    context = browser.new_context(java_script_enabled=False, base_url=base_url, locale="zh-CN")
    page = context.new_page()
    page.goto("/")
    page.locator(".hero-search input").fill("政府采购")
    follow(page.locator(".hero-search").get_by_role("button", name="搜索"))
    option = page.locator("[data-facet='region'][data-value='440000']")
    promised = int(option.get_attribute("data-count") or -1)
    assert promised > 0
    option.locator("input").first.check()
    follow(page.get_by_role("button", name="筛选", exact=True))
    assert total(page) == promised
    follow(page.locator("[data-case] h3 a").first)
    expect(page.get_by_text("机器识读，未经核对")).to_be_visible()
    follow(page.get_by_role("link", name=re.compile("返回结果")))
    assert total(page) == promised
    context.close()


@pytest.mark.parametrize("path", ["/", "/cases/", "/cases/?q=审批", "/outcomes/", "/regions/430100/"])
def test_a_phone_needs_no_sideways_scrolling(page: Page, path: str):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_case_fits_a_phone(page: Page):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto("/cases/?q=获得电力")
    follow(page.locator("[data-case] h3 a").first)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_by_keyboard_alone(page: Page):
    page.goto("/cases/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("跳到正文")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_id("q")
    page.keyboard.type("不动产登记")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_be_visible()
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('[data-case] h3 a')"):
            break
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/cases/\d+/"))
