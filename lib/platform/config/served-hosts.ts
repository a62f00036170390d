import { env, hostsIn } from "./env";

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Whether requests for this `Host` are answered: the host of the installation's address, those of HOSTS, and on a
 * loopback address its other names.
 */
export function isServedHost(host: string): boolean {
  const { NEXTAUTH_URL, HOSTS } = env();
  if (served?.of !== NEXTAUTH_URL) {
    const { host: own, hostname } = new URL(NEXTAUTH_URL);
    served = { of: NEXTAUTH_URL, hosts: new Set([own, ...hostsIn(HOSTS)]), isLocal: LOOPBACK.test(hostname) };
  }
  const asked = host.toLowerCase();
  return served.hosts.has(asked) || (served.isLocal && LOOPBACK.test(asked.replace(/:\d{1,5}$/, "")));
}

/** Parsed once: every request asks. */
let served: { readonly of: string; readonly hosts: ReadonlySet<string>; readonly isLocal: boolean } | undefined;
