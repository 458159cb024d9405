/* Suggestions under the search boxes, as an ARIA combobox. Without this file the boxes search, and /suggest is a page. */

const WAIT = 120; /* milliseconds without a key before the server is asked */
const KEPT = 40; /* answers kept, for letters deleted and typed anew */

class Suggestions {
  #input;
  #list;
  #status;
  #options = [];
  #active = -1;
  #asking = null;
  #timer = 0;
  #answers = new Map();

  constructor(input) {
    this.#input = input;
    this.#list = document.createElement("div");
    this.#list.className = "suggestions";
    this.#list.id = `${input.id}-suggestions`;
    this.#list.role = "listbox";
    this.#list.ariaLabel = input.dataset.suggestLabel;
    this.#list.hidden = true;
    this.#status = document.createElement("p");
    this.#status.className = "visually-hidden";
    this.#status.role = "status";
    input.parentElement.append(this.#list, this.#status);

    for (const [name, value] of [
      ["role", "combobox"],
      ["aria-autocomplete", "list"],
      ["aria-haspopup", "listbox"],
      ["aria-controls", this.#list.id],
      ["aria-expanded", "false"],
    ]) {
      input.setAttribute(name, value);
    }
    input.addEventListener("input", (event) => {
      if (!event.isComposing) this.#ask(WAIT);
    });
    input.addEventListener("compositionstart", () => this.#close());
    input.addEventListener("compositionend", () => this.#ask(WAIT));
    input.addEventListener("keydown", (event) => this.#pressed(event));
    input.addEventListener("blur", () => this.#close());
    /* The box keeps the focus while the list is scrolled or pressed. */
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => {
      if (event.target.closest("[role=option]")) this.#close();
    });
  }

  get #open() {
    return !this.#list.hidden;
  }

  /** Ask for suggestions after a pause; what was asked before and has not come yet is no longer wanted. */
  #ask(wait) {
    this.#forget();
    const typed = this.#input.value.trim();
    if (!typed) {
      this.#close();
      return;
    }
    this.#timer = setTimeout(() => this.#fetch(typed), wait);
  }

  #forget() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#asking = null;
  }

  async #fetch(typed) {
    const known = this.#answers.get(typed);
    if (known !== undefined) {
      this.#show(known);
      return;
    }
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const answer = await fetch(`${this.#input.dataset.suggest}?q=${encodeURIComponent(typed)}`, {
        headers: { "HX-Request": "true" },
        signal: asking.signal,
      });
      const html = answer.ok ? await answer.text() : "";
      if (asking !== this.#asking) return;
      if (answer.ok) this.#keep(typed, html);
      this.#show(html);
    } catch {
      /* Dropped, or the server cannot be reached: the box still searches. */
      if (asking === this.#asking) this.#close();
    }
  }

  #keep(typed, html) {
    if (this.#answers.size >= KEPT) this.#answers.delete(this.#answers.keys().next().value);
    this.#answers.set(typed, html);
  }

  #show(html) {
    if (document.activeElement !== this.#input) return;
    this.#list.innerHTML = html;
    this.#options = [...this.#list.querySelectorAll("[role=option]")];
    this.#options.forEach((option, index) => {
      option.id = `${this.#list.id}-${index}`;
    });
    this.#activate(-1);
    this.#list.hidden = !this.#options.length;
    this.#list.scrollTop = 0;
    this.#input.setAttribute("aria-expanded", String(this.#open));
    const { suggestFound, suggestNone } = this.#input.dataset;
    this.#status.textContent = this.#open ? suggestFound.replace("%s", this.#options.length) : suggestNone;
  }

  #close() {
    this.#forget();
    this.#activate(-1);
    this.#list.hidden = true;
    this.#status.textContent = "";
    this.#input.setAttribute("aria-expanded", "false");
  }

  #activate(index) {
    this.#options[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = index;
    const option = this.#options[index];
    if (!option) {
      this.#input.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.#input.setAttribute("aria-activedescendant", option.id);
  }

  /** One step down or up; past either end is the box itself, where nothing is chosen. */
  #step(by) {
    const places = this.#options.length + 1;
    this.#activate(((this.#active + 1 + by + places) % places) - 1);
  }

  #pressed(event) {
    if (event.isComposing || event.keyCode === 229) return; /* the key is the input method's; Safari tells by its code */
    const chosen = this.#options[this.#active];
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        if (this.#open) this.#step(event.key === "ArrowDown" ? 1 : -1);
        else this.#ask(0);
        break;
      case "Home":
      case "End":
        if (!chosen) return;
        this.#activate(event.key === "Home" ? 0 : this.#options.length - 1);
        break;
      case "Enter":
        if (!chosen) {
          this.#close(); /* and the form is sent */
          return;
        }
        chosen.click();
        break;
      case "Escape":
        if (!this.#open) return;
        this.#close();
        break;
      case "ArrowLeft":
      case "ArrowRight":
        this.#activate(-1);
        return;
      default:
        return;
    }
    event.preventDefault();
  }
}

function prepare(root) {
  for (const input of root.querySelectorAll("input[data-suggest]:not([role])")) new Suggestions(input);
}

prepare(document);
/* The list of cases replaces its box when htmx brings other results. */
document.addEventListener("htmx:load", (event) => prepare(event.detail.elt));
