"""A reader's way through the site: browse, filter, search, open, go back; also without JavaScript and on a phone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def total(page: Page) -> int:
    return int(page.locator("[data-total]").get_attribute("data-total") or -1)


def first_hit(page: Page) -> str:
    return page.locator("[data-case]").first.get_attribute("data-case") or ""


def test_from_the_front_page_to_a_case_and_back(page: Page):
    page.goto("/")
    page.get_by_role("link", name=re.compile("^获得电力")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("获得电力")
    page.goto("/cases/")
    everything = total(page)
    page.get_by_label("搜索词").fill("业扩报装")
    page.get_by_role("button", name="搜索").click()
    expect(page.locator("mark").first).to_be_visible()
    assert 0 < total(page) < everything
    assert "业扩报装" in page.locator("mark").all_inner_texts()

    found, opened = page.url, first_hit(page)
    page.locator(f"[data-case='{opened}'] h3 a").click()
    expect(page).to_have_url(re.compile(rf"/cases/{opened}/"))
    page.get_by_role("link", name=re.compile("返回结果")).click()
    assert page.url.split("?")[1].split("&")[0] == found.split("?")[1].split("&")[0]
    assert first_hit(page) == opened


def test_ticking_a_filter_gives_what_its_count_said(page: Page):
    page.goto("/cases/")
    option = page.locator("[data-facet='indicator'][data-count]:not([data-count='0'])").first
    promised = int(option.get_attribute("data-count") or -1)
    with page.expect_response(re.compile(r"/cases/\?.*indicator=")):
        option.locator("input").check()
    expect(page.locator(f"[data-total='{promised}']")).to_be_visible()
    assert "indicator=" in page.url
    # The box keeps the focus, and the new number is announced.
    assert page.evaluate("document.activeElement.name") == "indicator"
    expect(page.locator("#announcement")).to_have_text(f"共 {promised} 条")
    page.locator(".chip").first.click()
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
    link = page.locator(".loosenings a").first
    promised = page.locator(".loosenings li").first.inner_text()
    link.click()
    assert f"{total(page)} 条" in promised


def test_the_whole_way_without_javascript(browser: Browser, base_url: str):
    context = browser.new_context(java_script_enabled=False, base_url=base_url, locale="zh-CN")
    page = context.new_page()
    page.goto("/")
    page.locator(".hero-search input").fill("政府采购")
    page.locator(".hero-search").get_by_role("button", name="搜索").click()
    option = page.locator("[data-facet='region'][data-value='440000']")
    promised = int(option.get_attribute("data-count") or -1)
    assert promised > 0
    option.locator("input").first.check()
    page.get_by_role("button", name="筛选", exact=True).click()
    assert total(page) == promised
    page.locator("[data-case] h3 a").first.click()
    expect(page.get_by_text("机器识读，未经核对")).to_be_visible()
    page.get_by_role("link", name=re.compile("返回结果")).click()
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
    page.locator("[data-case] h3 a").first.click()
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
