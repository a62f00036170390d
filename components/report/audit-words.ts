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
  return `${NOUNS[noun] ?? capitalized(noun.replaceAll("_", " "))} ${verb.replaceAll("_", " ")}`;
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
