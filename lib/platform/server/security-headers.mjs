/**
 * Where the browser may load from. Scripts run only from this server, and inline ones only with the nonce of the answer;
 * media only from the hosts of MEDIA_HOSTS, which are the phone systems'.
 * @param {{ nonce?: string, media?: readonly string[], development?: boolean }} [options]
 */
export function contentSecurityPolicy({ nonce, media = [], development = false } = {}) {
  const inline = development ? " 'unsafe-inline' 'unsafe-eval'" : nonce ? ` 'nonce-${nonce}'` : "";
  return [
    "default-src 'self'",
    `script-src 'self'${inline}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `media-src ${["'self'", ...media].join(" ")}`,
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** Every answer has these headers, from Next.js and from Node's own server. */
export const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
];

/** Sent where the address of the installation begins with https: browsers then ask by https only, for a year. */
export const STRICT_TRANSPORT = { key: "Strict-Transport-Security", value: "max-age=31536000; includeSubDomains" };
