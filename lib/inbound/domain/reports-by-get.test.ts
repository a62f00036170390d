import { expect, test } from "vitest";
import { whyNoReport } from "./reports-by-get";

const why = (query: string, headers: Record<string, string> = {}) =>
  whyNoReport({ query, headers: new Headers(headers) });

test.each<Record<string, string>>([
  {},
  { "user-agent": "curl/8.5.0" },
  { "user-agent": "GuzzleHttp/7" },
  { "user-agent": "LeadSystem/3.1 (robotics)" },
  { accept: "*/*" },
])("a buyer's system reports: %o", (headers) => {
  expect(why("converted=true&report=true", headers)).toBeNull();
});

test.each(["", "converted=true", "report=", "report=false", "report=true&report=true", "Report=true", "xreport=true"])(
  "without the parameter it reports nothing: %j",
  (query) => {
    expect(why(query)).toContain("report=true");
  },
);

test.each<Record<string, string>>([
  { "sec-purpose": "prefetch;prerender" },
  { purpose: "prefetch" },
  { "x-moz": "prefetch" },
  { "x-purpose": "preview" },
  { "sec-fetch-dest": "document" },
])("a browser reports nothing: %o", (headers) => {
  expect(why("report=true", headers)).toContain("browser");
});

test.each([
  "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
  "facebookexternalhit/1.1",
  "WhatsApp/2.23.20.0",
  "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
  "TelegramBot (like TwitterBot)",
  "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
  "LinkedInBot/1.0 (compatible; Mozilla/5.0; Apache-HttpClient)",
  "Mozilla/5.0 (compatible; Googlebot/2.1)",
])("a program that shows links reports nothing: %s", (agent) => {
  expect(why("report=true", { "user-agent": agent })).toContain("preview");
});
