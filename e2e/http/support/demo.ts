import { readFileSync } from "node:fs";

export type Role = "owner" | "manager" | "operator" | "billing" | "viewer";
type SampleCall = { readonly id: number; readonly uuid: string; readonly about: string };

/** A company of the demo with its credentials. */
export type Tenant = {
  readonly company: string;
  readonly users: readonly { readonly role: string; readonly email: string; readonly password: string }[];
  readonly api_key: { readonly id: string; readonly secret: string };
  readonly secure_token: string;
  readonly sample_calls: readonly SampleCall[];
};

type Demo = Tenant & { readonly url: string; readonly other_company: Tenant };

export const demo: Demo = JSON.parse(readFileSync(environment("DEMO_FILE"), "utf8"));
export const other: Tenant = demo.other_company;

/** The server under test. Not BASE_URL, which Vite reserves. */
export const baseUrl = demo.url.replace(/\/$/, "");

export function environment(variable: string): string {
  const value = process.env[variable];
  if (value) return value;
  throw new Error(`${variable} is not set: these tests need a running server. Use npm test -- http.`);
}

export function userOf(tenant: Tenant, role: Role) {
  const user = tenant.users.find((candidate) => candidate.role === role);
  if (!user) throw new Error(`the demo has no ${role} in ${tenant.company}`);
  return user;
}
