export const OPEN_API_INTRODUCTION = [
  "Marks phone calls as converted. Conversions become charges, credits and payouts on the next rollup.",
  "Parameters are taken from the query string, a form body or a JSON body alike. The same name twice with different values, and a name that is not known, are refused with 422. What is absent stays as it is.",
  "Every body carries `status`. Errors are problem documents (RFC 9457), and nothing of a refused request is saved. Answers may gain fields, and lists of words (`mechanism`, `kind`, `code`) new words: tolerate both.",
].join("\n\n");

export const SECURITY_SCHEMES = {
  api_key: {
    type: "http",
    scheme: "basic",
    description: "An API key: its id as the user name, its secret as the password.",
  },
  api_key_bearer: { type: "http", scheme: "bearer", description: "The secret of an API key alone." },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "next-auth.session-token",
    description: "A signed-in member. Writes are accepted from Callmark's own pages only.",
  },
  secure_token: { type: "http", scheme: "bearer", description: "The company's secure token, for buyers' systems." },
} as const;
