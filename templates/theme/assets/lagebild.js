// Comfort only: every page can be read, and every proof opened, without this file.
"use strict";

// The language link keeps the reader at the section in view.
for (const link of document.querySelectorAll(".lb-language")) {
  link.addEventListener("click", () => {
    const top = (element) => element.getBoundingClientRect().top;
    const asked = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const inView = asked && top(asked) >= 0 && top(asked) < innerHeight;
    const passed = [...document.querySelectorAll(".md-content [id]")].filter((e) => e.offsetParent && top(e) < 120);
    const here = inView ? asked : scrollY > 0 ? passed.at(-1) : null;
    link.hash = here ? here.id : "";
  });
}

// Pointing at a source's letter shows its words and where they stand.
const card = document.createElement("div");
card.className = "lb-card md-typeset";
card.id = "lb-card";
card.setAttribute("role", "tooltip");
card.hidden = true;
document.body.append(card);

function show(letter) {
  const line = letter.closest("li[id], .lb-line, .lb-difference li, .lb-place-facts li, .lb-scene");
  const source = letter.hash.replace("#source-", "");
  const proofs = line ? line.querySelectorAll(`.lb-evidence li[data-source="${source}"]`) : [];
  if (!proofs.length || letter.closest(".lb-evidence")) return;
  card.replaceChildren(
    ...[...proofs].slice(0, 4).map((proof) => {
      const row = document.createElement("p");
      row.append(...[...proof.childNodes].map((node) => node.cloneNode(true)));
      return row;
    }),
  );
  card.hidden = false;
  const box = letter.getBoundingClientRect();
  const left = Math.min(box.left, document.documentElement.clientWidth - card.offsetWidth - 12);
  card.style.left = `${Math.max(12, left) + scrollX}px`;
  card.style.top = `${box.bottom + scrollY + 6}px`;
  letter.setAttribute("aria-describedby", card.id);
}

function hide(letter) {
  card.hidden = true;
  letter.removeAttribute("aria-describedby");
}

for (const letter of document.querySelectorAll(".lb-refs .lb-ref")) {
  letter.addEventListener("mouseenter", () => show(letter));
  letter.addEventListener("focus", () => show(letter));
  letter.addEventListener("mouseleave", () => hide(letter));
  letter.addEventListener("blur", () => hide(letter));
}

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") card.hidden = true;
  const button = event.target.closest?.(".lb-search");
  if (button && (event.key === "Enter" || event.key === " ")) {
    event.preventDefault();
    button.click();
  }
});

// The list of briefings, narrowed by words.
const filter = document.getElementById("lb-filter");
if (filter) {
  const rows = [...document.querySelectorAll(".lb-briefings > li")];
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = rows.map((row) => plain(row.textContent));
  filter.closest(".lb-filter").hidden = false;
  filter.addEventListener("input", () => {
    const words = plain(filter.value).split(/\s+/);
    rows.forEach((row, i) => (row.hidden = !words.every((word) => texts[i].includes(word))));
    document.querySelector(".lb-filter__none").hidden = rows.some((row) => !row.hidden);
  });
}
