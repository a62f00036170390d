import type { lookup } from "node:dns";
import { isIP } from "node:net";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { WebhookReceiver } from "@/lib/testing/outbound/webhook-receiver";
import { AddressNotAllowed, post } from "./post";

let receiver: WebhookReceiver;
beforeAll(async () => {
  vi.stubEnv("DATABASE_URL", "postgresql://callmark.test/callmark");
  vi.stubEnv("NEXTAUTH_SECRET", "sixteen characters");
  vi.stubEnv("CALLMARK_HASH_KEY", "sixteen characters");
  receiver = await new WebhookReceiver().start();
});
afterAll(() => receiver.stop());

/** Forms of addresses that browsers and libraries take for the same as 127.0.0.1, and others that are nobody's outside. */
const HOSTS: Readonly<Record<string, string>> = {
  loopback:
    "127.0.0.1 127.0.0.2 127.1 127.0.1 127.255.255.255 2130706433 0x7f000001 0x7f.0.0.1 0x7f.1 0177.0.0.1 017700000001 0177.1 127.0.0.1. 127.0x0.0.1 127.00.0.01 ①②⑦.⓪.⓪.① 127。0。0。1 [::1] [0:0:0:0:0:0:0:1] [0000:0000::0001] [::0001]",
  unspecified: "0.0.0.0 0 0x0 00 0.1.2.3 [::] [0:0:0:0:0:0:0:0]",
  private:
    "10.0.0.1 10.255.255.255 10.1 167772161 0xa000001 0x0a.0.0.1 012.0.0.1 172.16.0.1 172.31.255.254 172.20.1 0xac100001 192.168.0.1 192.168.1.1 192.168.257 3232235777 0xc0a80101 0300.0250.1.1",
  "link-local": "169.254.0.1 169.254.1.1 169.254.255.254 2851995649 [fe80::1] [fe80::1:2:3:4] [febf::1] [fec0::1]",
  metadata:
    "169.254.169.254 2852039166 0xa9fea9fe 0251.0376.0251.0376 169.254.43518 [fd00:ec2::254] 100.100.100.200 192.0.0.192 [::ffff:169.254.169.254]",
  "shared (CGNAT)": "100.64.0.1 100.127.255.254 1681915905 0x64400001",
  "mapped and embedded":
    "[::ffff:127.0.0.1] [::ffff:7f00:1] [0:0:0:0:0:ffff:127.0.0.1] [::ffff:10.0.0.1] [::ffff:192.168.1.1] [::ffff:0:127.0.0.1] [::127.0.0.1] [::7f00:1] [::ffff:8.8.8.8] [64:ff9b::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b::8.8.8.8] [64:ff9b:1::1] [2002:7f00:1::1] [2002:c0a8:101::1] [2001:0:7f00:1::1] [2001:0:53aa:64c:0:fbfe:80ff:fffe]",
  "unique local": "[fc00::1] [fd00::1] [fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff] [fd12:3456:789a:1::1]",
  multicast: "224.0.0.1 239.255.255.250 233.252.0.1 0xe0000001 [ff02::1] [ff05::2] [ff0e::1] [ff00::]",
  reserved:
    "192.0.0.1 192.0.2.1 198.51.100.7 203.0.113.9 198.18.0.1 198.19.255.254 192.88.99.1 192.31.196.1 192.52.193.1 192.175.48.1 240.0.0.1 255.255.255.254 255.255.255.255 4294967295 0xffffffff [100::1] [2001:db8::1] [2001:2::1] [2001:20::1] [3fff::1] [2620:4f:8000::1] [5f00::1] [4000::1] [8000::1]",
};
const CASES = Object.entries(HOSTS).flatMap(([kind, hosts]) => hosts.split(" ").map((host) => [kind, host] as const));

const send = (host: string, resolve?: typeof lookup) =>
  post({ url: `http://${host}:${receiver.port}/hook`, headers: {}, body: "{}" }, resolve);

test("at least a hundred forms are tried", () => {
  expect(new Set(CASES.map(([, host]) => host)).size).toBeGreaterThanOrEqual(100);
});

test.each(CASES)("%s address %s: nothing is sent", async (_, host) => {
  await expect(send(host)).rejects.toThrow(AddressNotAllowed);
  expect(receiver.connections).toBe(0);
});

/** Answers a name server's question, each time with the next addresses. */
function resolving(...answers: string[][]): typeof lookup {
  const rest = [...answers];
  const resolve = (_name: string, _options: object, done: (error: null, addresses: object[]) => void) => {
    const addresses = (rest.length > 1 ? rest.shift() : rest[0]) ?? [];
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );
  };
  return resolve as unknown as typeof lookup;
}

describe("a name", () => {
  test.each(["localhost", "LOCALHOST", "localhost."])("of this machine, %s, is refused", async (name) => {
    await expect(send(name)).rejects.toThrow(/not a public address|ENOTFOUND/);
  });

  test.each(CASES.map(([kind, host]) => [kind, host.replace(/^\[|\]$/g, "")]).filter(([, host]) => isIP(host ?? "")))(
    "that resolves to a %s address, %s, is refused",
    async (_, address = "") => {
      await expect(send("receiver.test", resolving([address]))).rejects.toThrow(AddressNotAllowed);
    },
  );

  test("with one public and one private address is refused", async () => {
    await expect(send("receiver.test", resolving(["93.184.215.14", "127.0.0.1"]))).rejects.toThrow(AddressNotAllowed);
  });

  test("that resolves to a private address the second time is refused: the address that is connected to is checked", async () => {
    const rebinding = resolving(["93.184.215.14"], ["127.0.0.1"]);
    rebinding("receiver.test", { all: true }, () => {});
    await expect(send("receiver.test", rebinding)).rejects.toThrow(AddressNotAllowed);
  });
});

test("none of them made a connection", () => {
  expect(receiver.connections).toBe(0);
});
