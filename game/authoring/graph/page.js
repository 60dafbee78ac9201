"use strict";
// The page of the story graph. Reads the data beside it, draws with Cytoscape, and keeps list, graph and details on one selection.
const data = JSON.parse(document.getElementById("data").textContent);
const SAY = {
  fr: {
    search: "Chercher (/)", place: "Lieu", all: "Tous les lieux", things: "Ce qu’on voit", ways: "Ce qui mène où", played: "Partie dessinée",
    list: "Liste", keys: "Flèches : aller au plus proche · Entrée : détails · + − 0 : taille · / : chercher · Échap : tout revoir · l : langue",
    place_: "lieu", hotspot: "à regarder", talk: "conversation", scene: "scène", clue: "indice", board: "tableau", closing: "clôture", ending: "fin",
    exit: "sortie", gives: "donne", starts: "commence", opens: "il faut", shuts: "ferme (not)", language: "English", gate: "Condition", leads: "Mène à",
    comes: "Vient de", met: "rencontré", unmet: "jamais rencontré", anywhere: "Où que l’on soit", end: "La fin", found: "éléments",
    graph: "Graphe de l’histoire", only: "Seulement ce qui n’est pas rencontré", gives_: "donne", then: "puis",
  },
  en: {
    search: "Search (/)", place: "Place", all: "All places", things: "What is there", ways: "What leads where", played: "Play drawn",
    list: "List", keys: "Arrows: to the nearest · Enter: details · + − 0: size · /: search · Esc: see all again · l: language",
    place_: "place", hotspot: "to look at", talk: "talk", scene: "scene", clue: "clue", board: "board", closing: "closing", ending: "ending",
    exit: "exit", gives: "gives", starts: "starts", opens: "needed for", shuts: "shuts (not)", language: "Français", gate: "Condition", leads: "Leads to",
    comes: "Comes from", met: "met", unmet: "never met", anywhere: "Wherever one is", end: "The end", found: "things",
    graph: "Graph of the story", only: "Only what was not met", gives_: "gives", then: "then",
  },
};
const KINDS = {
  place: ["round-rectangle", "#efe9da", "#8a7f63"], hotspot: ["ellipse", "#dcebf7", "#2b6ca3"], talk: ["round-rectangle", "#fdf1d0", "#a67c00"],
  scene: ["cut-rectangle", "#fbdcc4", "#b0561a"], clue: ["tag", "#dff0d8", "#3b7a2a"], board: ["barrel", "#eadcf4", "#6f3f97"],
  closing: ["hexagon", "#f4d9e2", "#9c2d55"], ending: ["octagon", "#f4d9e2", "#9c2d55"],
};
const WAYS = { exit: ["#8a7f63", "solid", 4], gives: ["#3b7a2a", "solid", 2], starts: ["#2b6ca3", "solid", 2], opens: ["#7a7a7a", "dashed", 1.5], shuts: ["#b3201f", "dotted", 2] };
const hidden = new Set();
let language = data.languages[0];  // as it was asked for when the page was written
let chosen = null;
const by = (name) => document.getElementById(name);
const say = (word) => (SAY[language] || SAY.en)[word];
const label = (node) => node.label[language] || node.id;
const nodes = new Map(data.nodes.map((node) => [node.id, node]));
const kindWord = (kind) => say(kind === "place" ? "place_" : kind);
const boxName = (id) => (id === "@anywhere" ? say("anywhere") : id === "@end" ? say("end") : nodes.has(id) ? label(nodes.get(id)) : "");

function make(tag, props = {}, ...children) {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children.filter((child) => child !== null));
  return element;
}

// -- the graph ---------------------------------------------------------------------------------------------------------------------------
const boxes = [...new Set(data.nodes.map((node) => node.place).filter((place) => place && place.startsWith("@")))];
const graph = cytoscape({
  container: by("graph"),
  elements: [
    ...boxes.map((id) => ({ data: { id, kind: "place", label: "" } })),
    ...data.nodes.map((node) => ({
      data: { id: node.id, kind: node.kind, column: node.column, label: "", parent: node.kind === "place" ? undefined : node.place, met: node.met === null ? undefined : Number(node.met) },
      position: node.x === undefined ? undefined : { x: node.x, y: node.y },
    })),
    ...data.edges.map((edge, index) => ({ data: { id: `e${index}`, source: edge.from, target: edge.to, kind: edge.kind, met: edge.met === null ? undefined : Number(edge.met) } })),
  ],
  layout: { name: "preset" },
  minZoom: 0.05,
  maxZoom: 3,
  style: [
    { selector: "node", style: { label: "data(label)", "font-size": 13, "text-wrap": "wrap", "text-max-width": 176, width: 186, height: 58, "text-valign": "center", "border-width": 2, color: "#1d2733" } },
    ...Object.entries(KINDS).map(([kind, [shape, fill, edge]]) => ({ selector: `node[kind="${kind}"]`, style: { shape, "background-color": fill, "border-color": edge } })),
    { selector: 'node[kind="hotspot"]', style: { "text-max-width": 146 } },
    { selector: 'node[kind="place"]', style: { "text-valign": "top", "font-size": 24, "font-weight": "bold", "text-max-width": 560, padding: 18, "background-opacity": 0.55, "text-margin-y": -4 } },
    { selector: 'node[kind="closing"], node[kind="ending"], node[kind="clue"]', style: { "text-max-width": 132 } },
    { selector: 'node[kind="place"]:childless', style: { "text-valign": "center", width: 300, height: 80 } },
    ...Object.entries(WAYS).map(([kind, [colour, line, width]]) => ({
      selector: `edge[kind="${kind}"]`,
      style: { "line-color": colour, "target-arrow-color": colour, "line-style": line, width, "target-arrow-shape": kind === "shuts" ? "tee" : "triangle", "curve-style": "bezier", "arrow-scale": 1.1 },
    })),
    { selector: "edge[way]", style: { "curve-style": "round-segments", "edge-distances": "endpoints", "segment-distances": "data(far)", "segment-weights": "data(along)", "segment-radii": 12, "source-endpoint": "data(out)", "target-endpoint": "data(into)" } },
    { selector: 'edge[kind="opens"], edge[kind="shuts"]', style: { "line-opacity": 0.35, "arrow-scale": 0.8 } },
    { selector: "node[met=0]", style: { "border-style": "dashed", "background-opacity": 0.25, color: "#6b7280" } },
    { selector: "node[met=1]", style: { "border-width": 4, "border-color": "#14691f" } },
    { selector: "edge[met=1]", style: { "line-color": "#14691f", "target-arrow-color": "#14691f" } },
    { selector: "edge[met=0]", style: { opacity: 0.35 } },
    { selector: ".away", style: { display: "none" } },
    { selector: ".faint", style: { opacity: 0.12 } },
    { selector: "node.chosen", style: { "border-width": 5, "border-color": "#0b5fd0", "border-style": "solid", opacity: 1 } },
    { selector: ".near", style: { opacity: 1, "z-index": 10 } },
  ],
});
window.graph = graph;

// -- where the ways run: beside boxes and between rows of nodes, never through one ---------------------------------------------------------
const MARGIN = 40;
function route() {
  const rects = new Map(graph.nodes('[kind="place"]').map((node) => [node.id(), node.boundingBox({ includeLabels: false, includeOverlays: false })]));
  const grid = data.grid, rows = [...new Set(Object.values(grid).map(([row]) => row))].sort((a, b) => a - b);
  const floors = rows.map((row) => Math.max(...Object.keys(grid).filter((id) => grid[id][0] === row && rects.has(id)).map((id) => rects.get(id).y2)));
  const columns = (box) => [0, 1, 2].map((column) => graph.nodes().filter((node) => node.data("parent") === box && node.data("column") === column));
  const within = new Map([...rects.keys()].map((id) => [id, columns(id)]));
  graph.edges().forEach((edge, index) => {
    const ends = [edge.source(), edge.target()].map((node) => ({ node, box: node.isParent() || node.data("kind") === "place" ? node.id() : node.data("parent"), at: node.position(), column: node.data("column") }));
    const [a, b] = ends;
    if (!grid[a.box] || !grid[b.box]) return;
    const shift = ((index * 7) % 11 - 5) * 2.4, wide = ((index * 5) % 13 - 6) * 7;
    const left = (box) => box && grid[box][1] * data.pitch - 93;  // where its things begin
    const lane = (box, number) => left(box) + (number === 0 ? -MARGIN + shift : number === 3 ? 666 + MARGIN + shift : number * 240 - 27 + shift);
    const gap = (box, column, y) => {  // a height at which nothing of this column stands
      const ys = within.get(box)[column].map((node) => node.position("y")).sort((one, other) => one - other);
      if (!ys.length || ys.every((one) => Math.abs(one - y) > 36)) return y;
      return [ys[0] - 40, ...ys.map((one) => one + 40)].sort((one, other) => Math.abs(one - y) - Math.abs(other - y))[0] + shift / 3;
    };
    const points = [];
    const across = (end, from, to, y) => {  // through the columns of a box, each at a gap
      for (let number = from, step = Math.sign(to - from); number !== to; number += step) {
        const height = gap(end.box, step > 0 ? number : number - 1, y);
        points.push([lane(end.box, number), height], [lane(end.box, number + step), height]);
        y = height;
      }
      return y;
    };
    const whole = (end) => end.column === undefined;
    let out, into;
    if (a.box === b.box) {
      if (whole(a) || whole(b)) return;
      const right = b.column >= a.column;
      out = right ? a.column + 1 : a.column;
      into = b.column > a.column ? b.column : b.column + 1;
      points.push([lane(a.box, out), a.at.y]);
      const y = across(a, out, into, (a.at.y + b.at.y) / 2);
      points.push([lane(a.box, into), out === into ? a.at.y : y], [lane(b.box, into), b.at.y]);
    } else {
      const [ra, ca] = grid[a.box], [rb, cb] = grid[b.box];
      const sa = cb > ca ? 3 : 0, sb = cb < ca ? 3 : 0;  // the side each turns to the other; above one another, the left
      const ya = whole(a) ? a.at.y + wide / 2 : a.at.y, yb = whole(b) ? b.at.y + wide / 2 : b.at.y;
      if (whole(a)) points.push([lane(a.box, sa), ya]);
      else {
        out = sa === 3 ? a.column + 1 : a.column;
        points.push([lane(a.box, out), ya]);
        across(a, out, sa, ya);
      }
      const xa = lane(a.box, sa), xb = lane(b.box, sb);
      if (Math.abs(ca - cb) > 1 || (ra !== rb && Math.abs(xa - xb) > 200)) {
        const floor = (ra === rb ? floors[rows.indexOf(ra)] : floors[rows.indexOf(Math.max(ra, rb)) - 1]) + 55 + wide;
        points.push([xa, floor], [xb, floor]);
      } else if (Math.abs(xa - xb) > 1) points.push([xa, points.at(-1)[1]], [xb, points.at(-1)[1]]);
      if (whole(b)) points.push([xb, yb]);
      else {
        into = sb === 3 ? b.column + 1 : b.column;
        const before = points.length;
        across(b, sb, into, yb);
        if (points.length === before) points.push([xb, yb]);
        points.push([lane(b.box, into), yb]);
      }
    }
    const edgeOf = (end, x, y) => {
      const side = x > end.at.x ? 1 : -1;
      if (!whole(end)) return [side * end.node.width() / 2, 0];
      const rect = rects.get(end.box);
      return [side > 0 ? rect.x2 - end.at.x : rect.x1 - end.at.x, Math.max(rect.y1, Math.min(rect.y2, y)) - end.at.y];
    };
    const s = edgeOf(a, ...points[0]), t = edgeOf(b, ...points.at(-1));
    const from = { x: a.at.x + s[0], y: a.at.y + s[1] }, to = { x: b.at.x + t[0], y: b.at.y + t[1] };
    const dx = to.x - from.x, dy = to.y - from.y, far = Math.hypot(dx, dy) || 1;
    const clean = points.filter((point, i) => i === 0 || Math.hypot(point[0] - points[i - 1][0], point[1] - points[i - 1][1]) > 1);
    edge.data({
      way: 1, out: `${s[0]}px ${s[1]}px`, into: `${t[0]}px ${t[1]}px`,
      along: clean.map(([x, y]) => ((x - from.x) * dx + (y - from.y) * dy) / far ** 2), far: clean.map(([x, y]) => ((y - from.y) * dx - (x - from.x) * dy) / far),
    });
  });
}

function labels() {
  graph.nodes().forEach((node) => {
    const known = nodes.get(node.id());
    const text = known ? label(known) : boxName(node.id());
    node.data("label", (known && known.met ? `✓ ${text}` : text).replaceAll("-", "-\u200b"));  // a long id or name may go on in the next line
  });
}

// -- what is shown -----------------------------------------------------------------------------------------------------------------------
const off = new Set();
function shown(node) {
  const wanted = by("search").value.trim().toLowerCase();
  const place = by("place").value;
  const words = [node.id, ...Object.values(node.label), ...node.parts.flatMap((part) => part.texts.flatMap((text) => Object.values(text.text)))];
  return (
    !off.has(node.kind) && (!place || node.place === place || node.id === place) && (!by("unmet").checked || node.met === false) &&
    (!wanted || words.some((word) => word.toLowerCase().includes(wanted)))
  );
}

function refresh() {
  const visible = data.nodes.filter(shown);
  const ids = new Set(visible.map((node) => node.id));
  const searching = by("search").value.trim() !== "" || by("unmet").checked;
  graph.batch(() => {
    graph.elements().removeClass("away faint near chosen");
    for (const node of data.nodes) {
      const element = graph.getElementById(node.id);
      const place = by("place").value;
      const outside = off.has(node.kind) || (place && node.place !== place && node.id !== place);
      if (node.kind === "place") element.toggleClass("away", Boolean(place) && node.id !== place);
      else element.toggleClass("away", Boolean(outside));
      element.toggleClass("faint", searching && !ids.has(node.id) && node.kind !== "place");
    }
    for (const id of boxes) graph.getElementById(id).toggleClass("away", Boolean(by("place").value) && by("place").value !== id);
    graph.edges().forEach((edge) => edge.toggleClass("away", hidden.has(edge.data("kind"))));
    if (chosen) {
      const element = graph.getElementById(chosen);
      const around = element.connectedEdges();
      graph.edges().difference(around).addClass("faint");
      around.removeClass("away faint").addClass("near");
      around.connectedNodes().removeClass("faint").addClass("near");
      element.removeClass("faint").addClass("chosen");
    }
  });
  by("found").textContent = `${visible.length} ${say("found")}`;
  by("list").replaceChildren(...visible.map((node) => {
    const button = make("button", { type: "button", className: node.met === null ? "" : node.met ? "yes" : "no" }, label(node), " ", make("small", { textContent: kindWord(node.kind) }));
    if (node.id === chosen) button.setAttribute("aria-current", "true");
    button.addEventListener("click", () => choose(node.id, true));
    return make("li", {}, button);
  }));
}

function choose(id, go) {
  chosen = id;
  refresh();
  details();
  if (go && id) {
    const element = graph.getElementById(id);
    graph.animate({ center: { eles: element }, zoom: Math.max(graph.zoom(), 0.7), duration: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 200 });
  }
}

// Names of places stay readable however far one is: in pixels of the screen, not of the graph.
function names() {
  graph.batch(() => graph.nodes('[kind="place"]').style("font-size", Math.min(64, Math.max(24, 13 / graph.zoom()))));
}

function see(eles) { graph.fit(eles && eles.nonempty() ? eles : graph.elements(":visible"), 30); }

// -- details -----------------------------------------------------------------------------------------------------------------------------
function links(title, edges, end) {
  if (!edges.length) return null;
  return make("div", {}, make("h3", { textContent: title }), make("ul", {}, ...edges.map((edge) => {
    const other = nodes.get(edge[end]);
    const button = make("button", { type: "button" }, label(other));
    button.addEventListener("click", () => choose(other.id, true));
    return make("li", {}, make("small", { textContent: `${say(edge.kind)} ` }), button);
  })));
}

function details() {
  const box = by("details");
  const node = nodes.get(chosen);
  const opening = box.hidden;
  box.hidden = !node;  // the graph has the room until something is chosen
  if (opening !== box.hidden) graph.resize();
  if (!node) { box.replaceChildren(); return; }
  const parts = node.parts.map((part) => make("div", {},
    make("h3", { textContent: part.name }),
    ...part.texts.map((text) => make("p", { className: text.met === null ? "" : text.met ? "yes" : "no" },
      make("span", { className: "who", textContent: text.who ? `${text.who} ` : "" }), text.text[language], text.gate ? make("small", { textContent: ` [${text.gate}]` }) : null)),
    part.note ? make("p", {}, make("small", { textContent: part.note })) : null,
    part.to ? make("p", {}, make("small", { textContent: `→ ${part.to}` })) : null));
  box.replaceChildren(
    make("h2", { textContent: label(node) }),
    make("p", {}, make("code", { textContent: node.id }), ` ${kindWord(node.kind)}`, node.place ? ` · ${boxName(node.place)}` : ""),
    node.met === null ? "" : make("p", { className: node.met ? "yes" : "no", textContent: say(node.met ? "met" : "unmet") }),
    node.gate ? make("p", {}, `${say("gate")} `, make("code", { textContent: node.gate })) : "",
    ...parts,
    links(say("comes"), data.edges.filter((edge) => edge.to === node.id), "from") || "",
    links(say("leads"), data.edges.filter((edge) => edge.from === node.id), "to") || "",
  );
}

// -- legend, which filters too -----------------------------------------------------------------------------------------------------------
function swatch(draw) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "key"); svg.setAttribute("width", "34"); svg.setAttribute("height", "18"); svg.setAttribute("aria-hidden", "true");
  svg.innerHTML = draw;
  return svg;
}
const OUTLINES = {
  place: "1,1 33,1 33,17 1,17", talk: "3,1 31,1 33,3 33,15 31,17 3,17 1,15 1,3", scene: "6,1 28,1 33,5 33,13 28,17 6,17 1,13 1,5", clue: "1,1 26,1 33,9 26,17 1,17",
  board: "4,1 30,1 33,4 33,14 30,17 4,17 1,14 1,4", closing: "8,1 26,1 33,9 26,17 8,17 1,9", ending: "10,1 24,1 33,6 33,12 24,17 10,17 1,12 1,6",
};
function legend() {
  const kinds = Object.entries(KINDS).filter(([kind]) => data.nodes.some((node) => node.kind === kind));
  by("kinds").replaceChildren(...kinds.map(([kind, [, fill, edge]]) => {
    const shape = kind === "hotspot" ? `<ellipse cx="17" cy="9" rx="15" ry="8" fill="${fill}" stroke="${edge}" stroke-width="2"/>` : `<polygon points="${OUTLINES[kind]}" fill="${fill}" stroke="${edge}" stroke-width="2"/>`;
    return tick(kindWord(kind), swatch(shape), !off.has(kind), (on) => { if (on) off.delete(kind); else off.add(kind); });
  }));
  by("ways").replaceChildren(...Object.entries(WAYS).map(([kind, [colour, line, width]]) => {
    const dash = line === "dashed" ? "6 4" : line === "dotted" ? "2 3" : "none";
    const end = kind === "shuts" ? '<path d="M30 3v12" stroke-width="3"' : '<path d="M24 4l8 5-8 5z" stroke-width="0"';
    const drawn = `<path d="M1 9h26" stroke="${colour}" stroke-width="${width}" stroke-dasharray="${dash}"/>${end} stroke="${colour}" fill="${colour}"/>`;
    return tick(say(kind), swatch(drawn), !hidden.has(kind), (on) => { if (on) hidden.delete(kind); else hidden.add(kind); });
  }));
}
function tick(word, key, checked, change) {
  const box = make("input", { type: "checkbox", checked });
  box.addEventListener("change", () => { change(box.checked); refresh(); });
  return make("label", {}, box, key, word);
}

// -- languages, keys ---------------------------------------------------------------------------------------------------------------------
function speak() {
  document.documentElement.lang = language;
  document.title = by("title").textContent = data.title[language];
  by("graph").setAttribute("aria-label", say("graph"));
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  by("language").textContent = say("language");
  by("language").hidden = data.languages.length < 2;
  const kept = by("place").value;
  by("place").replaceChildren(make("option", { value: "", textContent: say("all") }),
    ...data.nodes.filter((node) => node.kind === "place").map((node) => make("option", { value: node.id, textContent: label(node) })),
    ...boxes.map((id) => make("option", { value: id, textContent: boxName(id) })));
  by("place").value = kept;
  const counted = data.nodes.filter((node) => node.met !== null);
  by("summary").textContent = data.covered ? `${say("played")}${language === "fr" ? "\u00a0" : ""}: ${counted.filter((node) => node.met).length} / ${counted.length}` : "";
  by("met-box").hidden = !data.covered;
  legend();
  labels();
  refresh();
  details();
}
by("met").append(make("label", {}, make("input", { type: "checkbox", id: "unmet" }), make("span", { id: "unmet-word" })));
by("unmet-word").dataset.say = "only";
by("unmet").addEventListener("change", refresh);
by("search").addEventListener("input", refresh);
by("place").addEventListener("change", () => { refresh(); see(); });
by("language").addEventListener("click", other);
function other() { language = data.languages[(data.languages.indexOf(language) + 1) % data.languages.length]; speak(); }
graph.on("zoom", names);
graph.on("tap", "node", (event) => { if (nodes.has(event.target.id())) choose(event.target.id(), false); });
graph.on("tap", (event) => { if (event.target === graph) choose(null, false); });

const AIM = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
function nearest([x, y]) {
  const here = chosen ? graph.getElementById(chosen).position() : { x: -1e6, y: -1e6 };
  let best = null;
  for (const node of graph.nodes(":visible")) {
    if (node.id() === chosen || !nodes.has(node.id()) || node.isParent()) continue;
    const dx = node.position("x") - here.x, dy = node.position("y") - here.y;
    const along = dx * x + dy * y, across = Math.abs(dx * y) + Math.abs(dy * x);
    if (chosen && along <= 1) continue;
    const far = chosen ? along + 3 * across : Math.hypot(dx, dy);
    if (!best || far < best[0]) best = [far, node.id()];
  }
  if (best) choose(best[1], true);
}
document.addEventListener("keydown", (event) => {
  const typing = ["INPUT", "SELECT"].includes(event.target.tagName) && event.target.type !== "checkbox";
  if (event.key === "Escape") { by("search").value = ""; by("place").value = ""; choose(null, false); see(); by("graph").focus(); return; }
  if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "/") { event.preventDefault(); by("search").focus(); }
  else if (event.key === "l") other();
  else if (event.key === "+" || event.key === "-") graph.zoom({ level: graph.zoom() * (event.key === "+" ? 1.25 : 0.8), renderedPosition: { x: graph.width() / 2, y: graph.height() / 2 } });
  else if (event.key === "0") see();
  else if (AIM[event.key] && event.target === by("graph")) { event.preventDefault(); nearest(AIM[event.key]); }
  else if (event.key === "Enter" && event.target === by("graph")) { by("details").tabIndex = -1; by("details").focus(); }
});
speak();
route();
see();
names();
if (nodes.has(decodeURIComponent(location.hash.slice(1)))) choose(decodeURIComponent(location.hash.slice(1)), true);  // page.html#nour-cdi
document.body.dataset.ready = "1";
