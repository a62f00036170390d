import { AuditQuery } from "@/lib/audit/contract";

type Parameter = string | readonly string[] | undefined;
export type AuditView = AuditQuery;

/** Filters in the address. Unknown and invalid ones are left out. */
export function readAuditView(parameters: Readonly<Record<string, Parameter>>): AuditView {
  const texts = Object.entries(parameters).filter(([, value]) => typeof value === "string" && value !== "");
  const { data, error } = AuditQuery.safeParse(Object.fromEntries(texts));
  if (data) return data;
  const wrong = new Set(error.issues.flatMap(({ path, code, ...issue }) => ("keys" in issue ? issue.keys : [path[0]])));
  return AuditQuery.safeParse(Object.fromEntries(texts.filter(([name]) => !wrong.has(name)))).data ?? {};
}

export function auditAddress(view: AuditView, path = "/settings/audit-log"): string {
  const query = new URLSearchParams(Object.entries(view).map(([name, value]) => [name, String(value)])).toString();
  return `${path}${query && `?${query}`}`;
}
