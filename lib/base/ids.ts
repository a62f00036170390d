declare const company: unique symbol;
/** The tenant's id. Only authentication may create one. */
export type CompanyId = number & { readonly [company]: true };

export function companyId(id: number): CompanyId {
  return id as CompanyId;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Parses an id in a path: digits only, no sign or leading zero, a safe integer. Returns null for anything else. */
export function parseId(text: string): number | null {
  if (!/^[1-9][0-9]{0,15}$/.test(text)) return null;
  const id = Number(text);
  return Number.isSafeInteger(id) ? id : null;
}
