"use strict";
// Reads the data of the page (written by report.py), filters it, and draws every section anew. Text from articles is
// only ever set as text, never as markup.
const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const CLASS_COLOURS = ["#7c9d3c", "#2563eb", "#b4472f", "#d9730d", "#7a5ea8", "#0f8a8a", "#c2a033", "#c45f95", "#8a8a8a", "#4b4b4b"];
const STANCES = { neutral: "#9a9a9a", assert: "#2563eb", claim: "#c2a033", deny: "#b4472f", concede: "#7a5ea8", demand: "#d9730d", threaten: "#7f1d1d", praise: "#15803d", criticise: "#dc2626" };
const PAGE = 50, TOP = 25, SVG = "http://www.w3.org/2000/svg"; // a name, not an address
let shown = PAGE, chosen = [];

for (const article of data.articles) article.lower = (article.title + "\n" + article.text).toLowerCase();

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function svg(tag, attributes, text) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

// ---- filters

function filters() {
  return {
    words: byId("f-words").value.toLowerCase().split(/\s+/).filter(Boolean),
    outlet: byId("f-outlet").value,
    speaker: byId("f-speaker").value.toLowerCase().trim(),
    source: byId("f-class").value,
    type: byId("f-type").value,
    from: byId("f-from").value,
    to: byId("f-to").value,
  };
}

function passes(article, wanted) {
  if (wanted.outlet !== "" && article.outlet !== Number(wanted.outlet)) return false;
  if (wanted.from && !(article.day && article.day >= wanted.from)) return false;
  if (wanted.to && !(article.day && article.day <= wanted.to)) return false;
  if (!wanted.words.every((word) => article.lower.includes(word))) return false;
  if (wanted.type !== "" && !article.events.some((event) => event[0] === Number(wanted.type))) return false;
  const said = (test) => article.quotes.some((quote) => quote[2].some((number) => test(data.speakers[number])));
  if (wanted.speaker && !said((speaker) => speaker[0].toLowerCase().includes(wanted.speaker))) return false;
  return wanted.source === "" || said((speaker) => speaker[1] === Number(wanted.source));
}

function update() {
  const wanted = filters();
  chosen = data.articles.filter((article) => passes(article, wanted));
  shown = PAGE;
  drawSummary();
  drawDiversity();
  drawSpeakers(wanted);
  drawEvents();
  drawPlaces();
  drawBodies();
  drawArticles();
}

// ---- counting

function tally(rows) {
  const counts = new Map();
  for (const [key, more] of rows) counts.set(key, (counts.get(key) ?? 0) + more);
  return counts;
}

function largest(counts, top = TOP) {
  return [...counts].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, top);
}

function* said() {
  for (const article of chosen) for (const quote of article.quotes) for (const number of quote[2]) yield [article, quote, number];
}

// ---- sections

function drawSummary() {
  const days = chosen.map((article) => article.day).filter(Boolean).sort();
  const quotes = chosen.reduce((sum, article) => sum + article.quotes.length, 0);
  const events = chosen.reduce((sum, article) => sum + article.events.length, 0);
  const speakers = new Set([...said()].map(([, , number]) => number));
  const period = days.length ? `, ${days[0]} to ${days.at(-1)}` : "";
  byId("summary").textContent = `${chosen.length} of ${data.articles.length} articles${period}: ${quotes} quotes of ${speakers.size} speakers, ${events} events`;
}

function bar(parts, colours, names) {
  const total = parts.reduce((sum, part) => sum + part, 0);
  const made = element("div", { className: "bar" });
  parts.forEach((part, number) => {
    if (!part) return;
    const piece = element("i", { title: `${names[number]}: ${part} (${Math.round((100 * part) / total)}%)` });
    piece.style.cssText = `width:${(100 * part) / total}%;background:${colours[number]}`;
    made.append(piece);
  });
  return made;
}

function drawDiversity() {
  const all = data.sources.map(() => 0), outlets = new Map();
  for (const [article, quote, number] of said()) {
    const source = data.speakers[number][1];
    all[source] += quote[4];
    if (!outlets.has(article.outlet)) outlets.set(article.outlet, data.sources.map(() => 0));
    outlets.get(article.outlet)[source] += quote[4];
  }
  const total = all.reduce((sum, words) => sum + words, 0);
  const keys = element("div", { className: "keys" });
  data.sources.forEach((name, number) => {
    const colour = element("i");
    colour.style.background = CLASS_COLOURS[number];
    const share = total ? Math.round((100 * all[number]) / total) : 0;
    const key = element("span", { className: "pick" }, colour, `${name.replaceAll("_", " ")} ${share}%`);
    key.onclick = () => set("f-class", number);
    keys.append(key);
  });
  const size = ([, parts]) => parts.reduce((sum, part) => sum + part, 0);
  const rows = [...outlets].sort((one, other) => size(other) - size(one)).slice(0, 12);
  const table = rowsOf(rows, ([outlet, parts]) => [data.outlets[outlet], bar(parts, CLASS_COLOURS, data.sources), size([0, parts])], ([outlet]) => set("f-outlet", outlet));
  byId("diversity").replaceChildren(total ? bar(all, CLASS_COLOURS, data.sources) : none(), keys, table);
}

function drawSpeakers(wanted) {
  const words = new Map(), counts = new Map(), stances = new Map();
  for (const [, quote, number] of said()) {
    if (wanted.source !== "" && data.speakers[number][1] !== Number(wanted.source)) continue;
    words.set(number, (words.get(number) ?? 0) + quote[4]);
    counts.set(number, (counts.get(number) ?? 0) + 1);
    if (!stances.has(number)) stances.set(number, data.stances.map(() => 0));
    stances.get(number)[quote[3]] += 1;
  }
  const total = [...words.values()].reduce((sum, part) => sum + part, 0);
  const colours = data.stances.map((stance) => STANCES[stance] ?? "#999");
  const rows = largest(words);
  const cells = ([number, count]) => [data.speakers[number][0], data.sources[data.speakers[number][1]].replaceAll("_", " "), counts.get(number), `${((100 * count) / total).toFixed(1)}%`, bar(stances.get(number), colours, data.stances)];
  byId("speakers").replaceChildren(rowsOf(rows, cells, ([number]) => set("f-speaker", data.speakers[number][0]), ["speaker", "class", "quotes", "words", "stance"]));
}

function drawEvents() {
  const events = chosen.flatMap((article) => article.events);
  const all = events.map((event) => event[1]).filter((day) => /^\d{4}-\d\d-\d\d$/.test(day)).sort();
  const far = Math.floor(all.length / 50); // a few days long ago or far ahead would press all others together
  const days = all.slice(far, all.length - far);
  const span = days.length ? (new Date(days.at(-1)) - new Date(days[0])) / 864e5 : 0;
  const length = span > 1500 ? 4 : span > 62 ? 7 : 10; // years, months or days
  const counts = [...tally(days.map((day) => [day.slice(0, length), 1]))].sort().slice(-60);
  const left = far ? [element("p", { className: "note", textContent: `not drawn: ${2 * far} events before or after` })] : [];
  byId("timeline").replaceChildren(counts.length ? columns(counts) : none(), ...left);
  const types = largest(tally(events.map((event) => [event[0], 1])), 40);
  byId("types").replaceChildren(bars(types, (number) => data.types[number], (number) => set("f-type", number)));
}

function columns(counts) {
  const width = 640, height = 120, most = Math.max(...counts.map(([, count]) => count));
  const made = svg("svg", { viewBox: `0 0 ${width} ${height + 16}`, role: "img" });
  const step = width / counts.length;
  counts.forEach(([day, count], place) => {
    const tall = (height * count) / most;
    const rect = svg("rect", { x: place * step + 1, y: height - tall, width: Math.max(1, step - 2), height: tall, fill: "var(--b-event)" });
    rect.append(svg("title", {}, `${day}: ${count}`));
    made.append(rect);
    if (place % Math.ceil(counts.length / 8) === 0) made.append(svg("text", { x: place * step, y: height + 12 }, day));
  });
  return made;
}

function drawPlaces() {
  const counts = tally(chosen.flatMap((article) => article.places));
  const inside = (number) => { const [, lat, lon] = data.places[number]; return lat !== null && lat > -11.5 && lat < 6.5 && lon > 94.5 && lon < 141.5; };
  const made = svg("svg", { viewBox: "0 0 940 360", role: "img" });
  const x = (lon) => (lon - 94.5) * 20, y = (lat) => (6.5 - lat) * 20;
  for (let place = 0; place < data.towns.length; place += 2) made.append(svg("circle", { cx: x(data.towns[place + 1]), cy: y(data.towns[place]), r: 1.6, fill: "#999", opacity: 0.5 }));
  const rows = largest(counts, 300), most = rows.length ? rows[0][1] : 1;
  for (const [number, count] of rows.filter(([number]) => inside(number))) {
    const [name, lat, lon] = data.places[number];
    const dot = svg("circle", { cx: x(lon), cy: y(lat), r: 3 + 14 * Math.sqrt(count / most), fill: "var(--b-place)", opacity: 0.55 });
    dot.append(svg("title", {}, `${name}: ${count}`));
    made.append(dot);
  }
  byId("map").replaceChildren(made);
  byId("places").replaceChildren(bars(rows.slice(0, 15), (number) => data.places[number][0], (number) => set("f-words", data.places[number][0])));
}

function drawBodies() {
  const counts = largest(tally(chosen.flatMap((article) => article.bodies)));
  byId("bodies").replaceChildren(bars(counts, (number) => data.bodies[number], (number) => set("f-words", data.bodies[number])));
}

function drawArticles() {
  const list = chosen.slice(0, shown).map((article) => {
    const head = [data.outlets[article.outlet], article.day].filter((part) => part && part !== "unknown").join(" · ");
    const made = element("article", { className: "pick", tabIndex: 0 }, element("b", { textContent: article.title }), element("br"), element("small", { textContent: `${head} · ${article.quotes.length} quotes, ${article.events.length} events` }));
    made.onclick = () => read(article);
    made.onkeydown = (event) => { if (event.key === "Enter") read(article); };
    return made;
  });
  byId("articles").replaceChildren(...(list.length ? list : [none()]));
  byId("more").hidden = shown >= chosen.length;
}

// ---- one article

function read(article) {
  const reader = byId("reader"), text = reader.querySelector(".b-text");
  reader.querySelector("h3").textContent = article.title;
  reader.querySelector("p").textContent = [data.outlets[article.outlet], article.day, article.url].filter((part) => part && part !== "unknown").join(" · ");
  reader.querySelector(".b-legend").replaceChildren(...data.kinds.map((kind) => element("span", { className: `b-${kind}`, textContent: kind })));
  text.replaceChildren(...marked(article));
  reader.showModal();
  reader.scrollTop = 0;
}

function marked(article) {
  // offsets count characters, as Python does; JavaScript counts those beyond the basic plane twice
  const characters = /[\ud800-\udfff]/.test(article.text) ? Array.from(article.text) : article.text;
  const part = (start, end) => (typeof characters === "string" ? characters.slice(start, end) : characters.slice(start, end).join(""));
  const found = [];
  let start = 0;
  for (let place = 0; place < article.pieces.length; place += 3) {
    const [end, kinds, about] = article.pieces.slice(place, place + 3);
    const className = data.classes[kinds], textContent = part(start, end);
    found.push(className ? element("span", { className, title: article.about[about], textContent }) : textContent);
    start = end;
  }
  return found;
}

// ---- small parts

function none() {
  return element("p", { className: "none", textContent: "nothing here" });
}

function rowsOf(rows, cells, pick, head) {
  if (!rows.length) return none();
  const table = element("table");
  if (head) table.append(element("tr", {}, ...head.map((name) => element("th", { textContent: name }))));
  for (const row of rows) {
    const line = element("tr", { className: "pick" }, ...cells(row).map((cell) => element("td", { className: typeof cell === "number" || /^[\d.]+%$/.test(cell) ? "n" : "" }, cell instanceof Node ? cell : String(cell))));
    line.onclick = () => pick(row);
    table.append(line);
  }
  return table;
}

function bars(rows, name, pick) {
  const most = rows.length ? rows[0][1] : 1;
  const cells = ([number, count]) => {
    const length = element("div", { className: "bar" }, element("i"));
    length.firstChild.style.cssText = `width:${(100 * count) / most}%;background:var(--bar)`;
    return [name(number), length, count];
  };
  return rowsOf(rows, cells, ([number]) => pick(number));
}

function set(id, value) {
  byId(id).value = value;
  update();
  scrollTo({ top: 0 });
}

function option(value, textContent) {
  return element("option", { value, textContent });
}

byId("title").textContent = document.title = data.title;
byId("f-outlet").append(...data.outlets.map((name, number) => [name, number]).sort().map(([name, number]) => option(number, name)));
byId("f-class").append(...data.sources.map((name, number) => option(number, name.replaceAll("_", " "))));
byId("f-type").append(...data.types.map((name, number) => [name, number]).sort().map(([name, number]) => option(number, name)));
byId("speaker-names").append(...[...new Set(data.speakers.map(([name]) => name))].sort().slice(0, 2000).map((name) => option(name, name)));
let waiting;
byId("filters").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(update, 120); });
byId("filters").addEventListener("reset", () => setTimeout(update));
byId("filters").addEventListener("submit", (event) => event.preventDefault());
byId("more").onclick = () => { shown += PAGE; drawArticles(); };
update();
