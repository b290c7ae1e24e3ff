// A new password for somebody who has forgotten theirs: asking for a link, and using it.
import { translate } from "./messages.js";
import { element, onReveal, onSubmit, say, sayRefused, send, sentElsewhere } from "./page.js";

const views = { login: [document.querySelector("h1"), element("login")] };
let shown = views.login;

/** Puts a view of the page in place of the one that is there: its heading and its form. */
function show(name) {
  const view = views[name] ?? fromTemplate(name);
  shown.forEach((part, i) => part.replaceWith(view[i]));
  shown = view;
  document.title = view[0].textContent;
  element("alert").replaceChildren();
  view[1].querySelector("input").focus();
  return view[1];
}

function fromTemplate(name) {
  const content = element(name).content.cloneNode(true);
  translate(content);
  return [...content.children];
}

function showForgotten() {
  const form = show("forgotten");
  onSubmit(
    form,
    () => send("password-reset", { email: form.elements.email.value }),
    (response) => {
      if (sentElsewhere(response)) return true;
      if (!response.ok) return sayRefused(response);
      goToSignIn("sent");
    },
  );
}

/** The link's secret is kept here alone: not in the address, nor in the browser's history. */
function showRenewal(secret) {
  history.replaceState(null, "", location.pathname + location.search);
  const form = show("renewal");
  const { password } = form.elements;
  onReveal(form);
  onSubmit(
    form,
    () => {
      mark("");
      return send(`password-reset/${secret}`, { password: password.value });
    },
    (response) => {
      if (sentElsewhere(response)) return true;
      const fault = response.status === 400 && faultOf(response.text);
      if (response.ok) goToSignIn("renewed");
      else if (fault.field === "password") mark(fault.message);
      else if (fault.field === "token") goToSignIn("dead");
      else sayRefused(response);
    },
  );

  /** Says beside the field what is wrong with it. */
  function mark(message) {
    element("fault").textContent = message;
    password.setAttribute("aria-invalid", message !== "");
    if (message) password.focus();
  }
}

function faultOf(text) {
  return JSON.parse(text).errors?.[0] ?? {};
}

function goToSignIn(saying) {
  history.replaceState(null, "", location.pathname + location.search);
  show("login");
  say(saying);
}

/** Shows what the address asks for behind its #; true where that is not signing in. */
export function route() {
  const secret = /^#reset=([\w-]+)$/.exec(location.hash)?.[1];
  if (secret) showRenewal(secret);
  else if (location.hash === "#forgotten") showForgotten();
  else if (shown !== views.login) show("login");
  return shown !== views.login;
}

addEventListener("hashchange", route);
