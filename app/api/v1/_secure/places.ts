import { CallUuid, SecureToken } from "@/lib/api/path-parameters";
import { SECURE_TOKEN, SECURE_TOKEN_IN_PATH } from "@/lib/api/policies";

/** Where a buyer's system sends the secure token. */
export const IN_HEADER = {
  policy: SECURE_TOKEN,
  path: "/secure/calls/{uuid}",
  params: { uuid: CallUuid },
  by: "",
  where: "in the Authorization header (recommended)",
  about:
    "Send the secure token in the `Authorization` header. Prefer this if your system can set one: a URL can end up in an access log.",
} as const;

export const IN_PATH = {
  policy: SECURE_TOKEN_IN_PATH,
  path: "/secure/{secure_token}/calls/{uuid}",
  params: { secure_token: SecureToken, uuid: CallUuid },
  by: "WithTokenInPath",
  where: "in the path",
  about: "For a buyer's system that has only the company's secure token.",
} as const;

export type TokenPlace = typeof IN_HEADER | typeof IN_PATH;
