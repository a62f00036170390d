/** A mail to one address, in plain words: its text and its HTML are made from the same paragraphs. */
export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly link?: { readonly label: string; readonly url: string } | undefined;
};

export type Attachment = { readonly name: string; readonly mediaType: string; readonly content: Uint8Array };

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const CONTROL = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;
const SUBJECT_CHARACTERS = 150;

/** Names that people chose become part of subjects: on one line, and not too long. */
export function subjectOf(text: string): string {
  const oneLine = text.replace(new RegExp(`${CONTROL.source}+`, "g"), " ").trim();
  return oneLine.length > SUBJECT_CHARACTERS ? `${oneLine.slice(0, SUBJECT_CHARACTERS - 1)}…` : oneLine;
}

/** Throws for anything but one plain address, so that nobody adds receivers or headers. */
export function addressOf(to: string): string {
  if (CONTROL.test(to) || !/^[^\s@,;<>"()[\]\\:]+@[^\s@,;<>"()[\]\\:]+$/.test(to))
    throw new Error("a mail needs one address");
  return to;
}

export function textOf({ paragraphs, link }: Mail): string {
  return [...paragraphs, ...(link ? [`${link.label}:\n${link.url}`] : [])].join("\n\n");
}

export function htmlOf({ paragraphs, link }: Mail): string {
  const written = paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`);
  const linked = link ? [`<p><a href="${escaped(link.url)}">${escaped(link.label)}</a></p>`] : [];
  return `<!doctype html><html lang="en"><body style="font-family:sans-serif">${[...written, ...linked].join("")}</body></html>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
