const NOUNS: Readonly<Record<string, string>> = {
  api_key: "API key",
  books: "Books",
  buyer_webhook: "Buyer’s webhook",
  secure_token: "Secure token",
  traffic_source: "Traffic source",
};

/** `member.signed_in` → `Member signed in`. Names of later versions read alike. */
export function actionText(action: string): string {
  const [noun = "", verb = ""] = action.split(".");
  return `${nounText(noun)} ${verb.replaceAll("_", " ")}`;
}

/** `traffic_source`, `7` → `Traffic source 7` */
export function subjectText(type: string, id: string): string {
  return `${nounText(type)} ${id}`;
}

function nounText(noun: string): string {
  return NOUNS[noun] ?? capitalized(noun.replaceAll("_", " "));
}

const CHARACTERS_SHOWN = 120;

/** A value as it was or is: `yes`, `10.00`, `type buyer, id 7`. */
export function valueText(value: unknown): string {
  const text = plainText(value);
  return text.length > CHARACTERS_SHOWN ? `${text.slice(0, CHARACTERS_SHOWN)}…` : text;
}

function plainText(value: unknown): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(plainText).join(", ");
  if (typeof value !== "object") return String(value);
  const fields = Object.entries(value);
  if (fields.length === 0) return "none";
  return fields.map(([name, of]) => `${name.replaceAll("_", " ")} ${plainText(of)}`).join(", ");
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const PLACES: Readonly<Record<string, (id: string) => string>> = {
  buyer: (id) => `/buyers/${id}`,
  buyer_webhook: (id) => `/buyers/${id}`,
  integration: (id) => `/integrations/${id}`,
  invitation: (id) => `/settings/members/${id}`,
  member: (id) => `/settings/members/${id}`,
  offer: (id) => `/offers/${id}`,
  traffic_source: (id) => `/traffic-sources/${id}`,
};

/** The page of what an entry is about; null if it has none. */
export function subjectAddress(type: string, id: string): string | null {
  return PLACES[type]?.(encodeURIComponent(id)) ?? null;
}
