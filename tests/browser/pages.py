"""One address of every kind of page, and the way in for staff."""

from playwright.sync_api import Locator, Page

from .conftest import STAFF

PUBLIC = {
    "home": "/",
    "list": "/cases/",
    "search": "/cases/?q=审批&region=湖南",
    "understood": "/cases/?q=2021年 怎么缩短接电时间 huode电力",
    "slip": "/cases/?q=获得电刀",
    "measures": "/measures/?q=办电",
    "nothing": "/cases/?q=量子计算机",
    "wrong filter": "/cases/?region=亚特兰蒂斯",
    "region": "/regions/430000/",
    "indicator": "/indicators/getting-electricity/",
    "outcomes": "/outcomes/",
    "comparison": "/compare/",
    "suggestions": "/suggest?q=服务",
    "missing": "/cases/999999/",
}
ADMIN = {
    "index": "/admin/",
    "cases": "/admin/catalogue/casestudy/",
    "regions": "/admin/catalogue/region/",
    "findings": "/admin/catalogue/finding/",
    "sources": "/admin/catalogue/source/",
    "upload": "/admin/catalogue/source/upload/",
}


def follow(way: Locator) -> None:
    """Click a link or button and wait for the page it leads to: a click alone returns while the old one stands."""
    with way.page.expect_navigation():
        way.click()


def log_in(page: Page) -> None:
    page.goto("/admin/login/?next=/admin/")
    page.fill("input[name=username]", STAFF[0])
    page.fill("input[name=password]", STAFF[1])
    follow(page.locator("[type=submit]"))
