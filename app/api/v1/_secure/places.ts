import { CallUuid, SecureToken } from "@/lib/api/path-parameters";
import { SECURE_TOKEN, SECURE_TOKEN_IN_PATH } from "@/lib/api/policies";

/** The header in which a buyer's system sends the secure token. */
export const IN_HEADER = {
  policy: SECURE_TOKEN,
  path: "/secure/calls/{uuid}",
  params: { uuid: CallUuid },
  by: "",
  where: "in the Authorization header (recommended)",
  about:
    "The secure token stands in the `Authorization` header. Prefer this where your system can set one: an address can end up in somebody's access log.",
} as const;

export const IN_PATH = {
  policy: SECURE_TOKEN_IN_PATH,
  path: "/secure/{secure_token}/calls/{uuid}",
  params: { secure_token: SecureToken, uuid: CallUuid },
  by: "WithTokenInPath",
  where: "in the path",
  about: "For a buyer's system that knows the company's secure token and nothing else.",
} as const;

export type TokenPlace = typeof IN_HEADER | typeof IN_PATH;
