/* select2 gives its boxes no name of their own: take it from the field's label. */

function name() {
  for (const box of document.querySelectorAll(".select2-selection__rendered:not([aria-label])")) {
    const field = box.closest(".select2")?.previousElementSibling;
    const label = field && document.querySelector(`label[for="${CSS.escape(field.id)}"]`);
    if (label) box.setAttribute("aria-label", label.textContent.trim().replace(/[:：]$/, ""));
  }
}

/* After Django's own script has made them, and again for a row that is added. */
window.addEventListener("load", name);
document.addEventListener("formset:added", () => setTimeout(name));
