/* The list of cases: what makes refining it smoother than a page load each time. Without this file everything works
   by links and the 筛选 button. */

const FINDER = "finder";

/** Which branches stood open and what was typed to narrow the tree, carried over when htmx replaces the form. */
let remembered = null;

function remember() {
  remembered = {
    open: new Map([...document.querySelectorAll(`#${FINDER} details[id]`)].map((branch) => [branch.id, branch.open])),
    narrow: document.getElementById("narrow-region")?.value ?? "",
    scroll: document.querySelector("#facet-region > .facet-options")?.scrollTop ?? 0,
  };
}

function recall() {
  const { open, narrow: typed, scroll } = remembered;
  remembered = null;
  for (const [id, wasOpen] of open) {
    const branch = document.getElementById(id);
    if (branch) branch.open = wasOpen;
  }
  const box = document.getElementById("narrow-region");
  if (box && typed) {
    box.value = typed;
    /* A tree that came cut is fetched whole when the box is entered; it is narrowed when it is there. */
    if (box.hasAttribute("hx-get")) box.dispatchEvent(new Event("focus"));
    else narrow(box);
  }
  const list = document.querySelector("#facet-region > .facet-options");
  if (list) list.scrollTop = scroll;
}

/** Show only the regions whose name, pinyin or initials hold what is typed, with those above them. */
function narrow(box) {
  const tree = document.getElementById("facet-region");
  const wanted = box.value.trim().toLowerCase().replace(/\s+/g, "");
  const shown = wanted ? tree.querySelectorAll("li").length && narrowList(tree.querySelector("ul"), wanted) : null;
  if (!wanted) for (const item of tree.querySelectorAll("li")) item.hidden = false;
  const status = tree.querySelector(".narrow-status");
  status.textContent = shown === false ? status.dataset.none : "";
}

/** Narrow one level; true where something in it is shown. A region that matches keeps all that is under it. */
function narrowList(list, wanted) {
  let any = false;
  for (const item of list.children) {
    const branch = item.querySelector(":scope > details");
    const matches = item.dataset.spelling.toLowerCase().includes(wanted);
    const inside = branch?.querySelector("ul");
    const below = inside ? narrowList(inside, wanted) : false;
    if (branch && below) branch.open = true;
    if (branch && matches && !below) for (const inner of branch.querySelectorAll("li")) inner.hidden = false;
    item.hidden = !(matches || below);
    any ||= matches || below;
  }
  return any;
}

function prepare() {
  const box = document.getElementById("narrow-region");
  if (box) box.closest(".narrow").hidden = false;
  if (window.matchMedia("(min-width: 60rem)").matches) document.getElementById("facets").open = true;
}

document.addEventListener("input", (event) => {
  if (event.target.id === "narrow-region") narrow(event.target);
});

/* Enter in the narrowing box must not send the form. */
document.addEventListener("keydown", (event) => {
  if (event.target.id === "narrow-region" && event.key === "Enter") event.preventDefault();
});

/* Typing there is no change of the question. */
document.addEventListener(
  "change",
  (event) => {
    if (event.target.id === "narrow-region") event.stopPropagation();
  },
  true,
);

document.addEventListener("htmx:configRequest", (event) => {
  /* Empty boxes need not travel. */
  for (const [name, value] of [...event.detail.formData.entries()]) {
    if (value === "") event.detail.formData.delete(name);
  }
});

document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id === FINDER) remember();
});

document.addEventListener("htmx:afterSettle", () => {
  prepare();
  if (remembered) recall();
  else if (document.getElementById("narrow-region")) narrow(document.getElementById("narrow-region"));
  /* A link that was followed is gone: the reader goes on at the heading of the new results. */
  if (document.activeElement === document.body) {
    document.getElementById("results-title")?.focus({ preventScroll: true });
  }
});

prepare();
