import { CallUuid, SecureToken } from "@/lib/api/path-parameters";
import { SECURE_TOKEN, SECURE_TOKEN_IN_PATH } from "@/lib/api/policies";

/** The header in which a buyer's system sends the secure token. */
export const IN_HEADER = {
  policy: SECURE_TOKEN,
  path: "/secure/calls/{uuid}",
  params: { uuid: CallUuid },
  by: "",
  where: "token in header, recommended",
  about:
    "Send the secure token as `Authorization: Bearer <token>`. We recommend this route if your system can set headers, because URLs can end up in access logs.",
} as const;

export const IN_PATH = {
  policy: SECURE_TOKEN_IN_PATH,
  path: "/secure/{secure_token}/calls/{uuid}",
  params: { secure_token: SecureToken, uuid: CallUuid },
  by: "WithTokenInPath",
  where: "token in URL",
  about:
    "Use this route if your system can't set headers. The secure token is part of the URL, so no other credential is needed.",
} as const;

export type TokenPlace = typeof IN_HEADER | typeof IN_PATH;
