import { describe, expect, test } from "vitest";
import { asterisk } from "./asterisk";
import { onlyCall, sampleEvent } from "./sample-event";

const DENVER = { timeZone: "America/Denver" };
const uuid = "3f2b8c1e-9a4d-4c7e-8b21-0d5f6a7b8c9d";
const read = (body: string, settings = DENVER) => asterisk.parse(sampleEvent({ body }), settings);

const master = (row: Record<string, string> = {}, extras = '"1795428000.12","","","1795428000.12",5') =>
  [
    '"acme","+13035550142","100","from-trunk","""Sales, West"" <+13035550142>","PJSIP/trunk-1",',
    `"${row.dstchannel ?? "PJSIP/100-2"}","Dial","PJSIP/100,20","${row.start ?? "2026-11-23 03:00:00"}",`,
    `${row.answer ?? '"2026-11-23 03:00:10"'},"${row.end ?? "2026-11-23 03:01:40"}",${row.duration ?? "100"},`,
    `${row.billsec ?? "90"},"${row.disposition ?? "ANSWERED"}","DOCUMENTATION"${extras ? `,${extras}` : ""}`,
  ].join("");

test("a bearer token with the secret", () => {
  const verify = (authorization: string) =>
    asterisk.verify(sampleEvent({ headers: { authorization } }), ["old", "secret"]);
  expect(verify("Bearer secret")).toBe("valid");
  expect(verify("bearer old")).toBe("valid");
  expect(verify("Bearer Secret")).toBe("wrong");
  expect(verify("Bearer ")).toBe("missing");
  expect(asterisk.verify(sampleEvent(), ["secret"])).toBe("missing");
});

describe("Master.csv", () => {
  const expected = {
    externalId: "1795428000.12",
    eventId: expect.stringMatching(/^cdr:1795428000\.12:/),
    caller: "+13035550142",
    startedAt: new Date("2026-11-23T10:00:00Z"),
    answeredAt: new Date("2026-11-23T10:00:10Z"),
    endedAt: new Date("2026-11-23T10:01:40Z"),
    durationSeconds: 100,
    connectedSeconds: 90,
    tokens: { disposition: "ANSWERED", dst: "100", accountcode: "acme" },
  };

  test("has no header, and local times", () => {
    expect(onlyCall(read(`${master()}\n`))).toEqual(expected);
  });

  test.each([
    ["unique id and user field", `"1795428000.12","${uuid}"`, { uuid }],
    ["unique id", '"1795428000.12"', {}],
    ["user field and the new ones", `"${uuid}","","1795428000.12",5`, { uuid }],
    ["the new ones", '"","1795428000.12",5', {}],
  ])("with the columns %s", (_, extras, more) => {
    expect(onlyCall(read(master({}, extras)))).toMatchObject({ externalId: "1795428000.12", ...more });
  });

  test("without any of them, start and channel identify the call", () => {
    const [one, two] = [onlyCall(read(master({}, ""))), onlyCall(read(master({}, "")))];
    expect(one.externalId).toBe(two.externalId);
    expect(one.externalId).toMatch(/^[0-9a-f]{32}$/);
  });

  test("an unanswered call has no connected seconds", () => {
    const missed = onlyCall(read(master({ answer: "", billsec: "0", disposition: "NO ANSWER" })));
    expect(missed.connectedSeconds).toBe(0);
    expect(missed).not.toHaveProperty("answeredAt");
  });
});

describe("an export with a header", () => {
  const header =
    "calldate,clid,src,dst,dcontext,channel,dstchannel,lastapp,lastdata,duration,billsec,disposition,amaflags,accountcode,uniqueid,userfield,linkedid";
  const row = (record: {
    at: string;
    dst?: string;
    to?: string;
    total: number;
    talk: number;
    disposition: string;
    id: string;
    linked?: string;
  }) =>
    `${record.at},x,3035550142,${record.dst ?? "600"},in,SIP/t-1,${record.to ?? ""},Dial,,${record.total},${record.talk},${record.disposition},3,,${record.id},,${record.linked ?? record.id}`;

  test("several records with one linkedid are one call: the answered one is the connection", () => {
    const lines = [
      header,
      row({
        at: "2026-11-23 03:00:20",
        dst: "102",
        to: "SIP/102-3",
        total: 80,
        talk: 70,
        disposition: "ANSWERED",
        id: "1795428020.3",
        linked: "1795428000.1",
      }),
      row({ at: "2026-11-23 03:00:00", dst: "600", total: 15, talk: 15, disposition: "ANSWERED", id: "1795428000.1" }),
      row({
        at: "2026-11-23 03:00:05",
        dst: "101",
        to: "SIP/101-2",
        total: 15,
        talk: 0,
        disposition: "NO ANSWER",
        id: "1795428005.2",
        linked: "1795428000.1",
      }),
      row({ at: "2026-11-23 04:00:00", total: 5, talk: 0, disposition: "BUSY", id: "1795431600.9" }),
    ];
    const reading = read(lines.join("\r\n"));
    if (reading.kind !== "calls") throw new Error(reading.kind);
    expect(reading.calls.map((call) => call.externalId)).toEqual(["1795428000.1", "1795431600.9"]);
    expect(reading.calls[0]).toMatchObject({
      startedAt: new Date("2026-11-23T10:00:00Z"),
      answeredAt: new Date("2026-11-23T10:00:30Z"),
      endedAt: new Date("2026-11-23T10:01:40Z"),
      durationSeconds: 100,
      connectedSeconds: 70,
      tokens: { disposition: "ANSWERED", dst: "102" },
    });
    expect(reading.calls[1]).toMatchObject({ connectedSeconds: 0 });
  });

  test("with semicolons and a byte order mark", () => {
    const line = row({ at: "2026-11-23 03:00:00", total: 9, talk: 3, disposition: "ANSWERED", id: "1795428000.1" });
    const text = `\ufeff${header}\n${line}`.replaceAll(",", ";");
    expect(onlyCall(read(text))).toMatchObject({ durationSeconds: 9, connectedSeconds: 3 });
  });

  test("the same file twice has the same events, a longer call a different one", () => {
    const record = { at: "2026-11-23 03:00:00", total: 9, talk: 3, disposition: "ANSWERED", id: "1795428000.1" };
    const idOf = (more: object) => onlyCall(read(`${header}\n${row({ ...record, ...more })}`)).eventId;
    expect(idOf({})).toBe(idOf({}));
    expect(idOf({})).not.toBe(idOf({ total: 10 }));
  });
});

describe("a file that cannot be parsed", () => {
  test.each([
    ["a record without a start", master({ start: "" })],
    ["a start that is no date", master({ start: "2026-02-30 10:00:00" })],
    ["a call of 1999", master({ start: "1999-12-31 10:00:00" })],
    ["a negative duration", master({ duration: "-5" })],
    ["a quote that never ends", '"a,b,c'],
    ["something else", "hello"],
  ])("%s is malformed", (_, body) => {
    expect(read(body).kind).toBe("malformed");
  });

  test("of five megabytes is rejected within the test's time limit, and thousands of legs are one call", () => {
    for (const body of [
      ",".repeat(5_000_000),
      "a,b,c\n".repeat(800_000),
      "a,b,c\r".repeat(800_000),
      `"${"a".repeat(5_000_000)}`,
    ]) {
      expect(read(body).kind).toBe("malformed");
    }
    expect(read("a,b,c\n".repeat(60_000))).toMatchObject({ problem: expect.stringContaining("at most 50000") });
    const columns = "src,billsec,start,duration,disposition,uniqueid";
    const leg = "1,1,2026-11-01 03:30:00,1,ANSWERED,1795428000.12\n";
    expect(onlyCall(read(`${columns}\n${leg.repeat(49_000)}`)).externalId).toBe("1795428000.12");
    const last = leg.replace("\n", `,${uuid}`);
    expect(onlyCall(read(`${columns},userfield\n${leg}${last}`)).uuid).toBe(uuid);
  });

  test("names the faulty record, or the time zone", () => {
    expect(read(`${master()}\n${master({ duration: "x" })}`)).toMatchObject({
      problem: expect.stringContaining("Record 2"),
    });
    expect(read(master(), { timeZone: "Mars/Olympus" })).toMatchObject({
      problem: expect.stringContaining("time zone"),
    });
    expect(read("").kind).toBe("ignored");
  });
});
