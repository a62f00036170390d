import { cookies, headers } from "next/headers";
import { CLIENT_ADDRESS, networkOf } from "@/lib/platform/config/client-address";
import { env } from "@/lib/platform/config/env";
import type { Visitor } from "./sign-in";

const LONGEST_THAT_BROWSERS_KEEP_SECONDS = 400 * 24 * 60 * 60;

/** From where this request comes, and the device cookie of each member. */
export async function visitor(): Promise<Visitor> {
  const [sent, jar] = await Promise.all([headers(), cookies()]);
  const address = sent.get(CLIENT_ADDRESS);
  return {
    network: address ? networkOf(address) : null,
    address,
    userAgent: sent.get("user-agent") ?? "",
    deviceOf: (memberId) => jar.get(cookieOf(memberId))?.value,
  };
}

/** Marks this browser as a device of the member, for as long as browsers keep cookies. */
export async function keepDevice(memberId: number, device: string): Promise<void> {
  const jar = await cookies();
  jar.set(cookieOf(memberId), device, {
    httpOnly: true,
    sameSite: "lax",
    secure: isSecure(),
    path: "/api/auth",
    maxAge: LONGEST_THAT_BROWSERS_KEEP_SECONDS,
  });
}

const isSecure = () => env().NEXTAUTH_URL.startsWith("https:");
/** Browsers take a cookie with this prefix over https only, so that nobody on the way can plant one. */
const cookieOf = (memberId: number) => `${isSecure() ? "__Secure-" : ""}callmark-device-${memberId}`;
