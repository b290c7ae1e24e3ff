// What the forms of the page share: they talk to the server, and to the visitor.
import { spellOut } from "./messages.js";

export const element = (id) => document.getElementById(id);
export const api = new URL("api/", location.href);
const patience = 30_000; // milliseconds

/** Shows one of the page's sayings and lets a screen reader speak it. */
export function say(name, time) {
  const saying = element("sayings").content.querySelector(`[data-saying="${name}"]`).cloneNode(true);
  const advice = saying.lastElementChild;
  advice.textContent = advice.textContent.replace("{time}", time);
  element("alert").dataset.saying = name;
  element("alert").replaceChildren(saying);
}

/** Says what a refusal means that is none of the form's own. */
export function sayRefused(response) {
  const seconds = Number(response.headers.get("Retry-After"));
  if (response.status !== 429) say(response.status >= 500 ? "trouble" : "refused");
  else if (seconds > 0) say("wait", spellOut(seconds));
  else say("later");
}

/** Sends an object and reads the answer: one that is not read keeps its connection. */
export async function send(path, body) {
  const response = await fetch(new URL(path, api), {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify(body),
    redirect: "manual",
    signal: AbortSignal.timeout(patience),
  });
  const text = await response.text();
  return { ok: response.ok, type: response.type, status: response.status, headers: response.headers, text };
}

/**
 * A proxy in front that wants a sign-in of its own says so by a redirect, which a script may not
 * read but the browser follows when the page is opened again, or by a 401 that names the place.
 */
export function sentElsewhere(response) {
  if (response.type === "opaqueredirect") {
    location.reload();
    return true;
  }
  const place = response.status === 401 ? response.headers.get("Location") : null;
  const url = place && new URL(place, location.href);
  if (!url || !/^https?:$/.test(url.protocol) || url.href === location.href) return false;
  location.assign(url);
  return true;
}

/** What the server says about itself; nothing where it does not, for the form works without. */
export async function ask(path) {
  try {
    const response = await fetch(new URL(path, api));
    if (!response.ok && sentElsewhere(response)) return {};
    const answer = await response.json();
    return response.ok ? answer : {};
  } catch {
    return {};
  }
}

/** Has a form send itself, one attempt at a time; it stays busy where the answer leads away. */
export function onSubmit(form, attempt, answered) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.getAttribute("aria-busy") === "true") return;
    form.setAttribute("aria-busy", true);
    element("alert").replaceChildren();
    reveal(form, false); // a browser would remember what stands in a text field
    const leaving = await attempt().then(answered, () => say("offline"));
    form.setAttribute("aria-busy", leaving === true);
  });
}

/** The button beside a password shows it, and hides it again. */
export function onReveal(form) {
  form.querySelector(".reveal").addEventListener("click", () => reveal(form, form.elements.password.type === "password"));
}

function reveal(form, visible) {
  const button = form.querySelector(".reveal");
  if (!button) return;
  form.elements.password.type = visible ? "text" : "password";
  button.setAttribute("aria-pressed", visible);
}
