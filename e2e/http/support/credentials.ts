import type { Tenant } from "./demo";

type Headers = Readonly<Record<string, string>>;

export const bearer = (secret: string): Headers => ({ authorization: `Bearer ${secret}` });
export const basic = (id: string, secret: string): Headers => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString("base64")}`,
});

/** The company's API key with all permissions. */
export const keyOf = ({ api_key }: Tenant): Headers => bearer(api_key.secret);
export const tokenOf = ({ secure_token }: Tenant): Headers => bearer(secure_token);
