import { ask } from "./http/support/ask";
import { keyOf } from "./http/support/credentials";
import { demo } from "./http/support/demo";
import { givenBuyer } from "./http/support/given-settings";
import { CallPage } from "./support/call-page";
import { expectNothingFound } from "./support/expect-nothing-found";
import { expect, test } from "./support/test";

const is = (token: string, value: string) => ({ token, operator: "equals", values: [value] });
const SETTINGS = {
  rules: [
    { name: "Long call", minimum_duration: { basis: "connected", seconds: 180 } },
    {
      name: "Booked",
      condition: { all: [is("appointment_booked", "true")] },
      amount: { kind: "fixed", amount: "12.50" },
    },
    { name: "On paper", enabled: false },
    { name: "At night", hours: { time_zone: "Europe/Berlin", rows: [{ weekday: 1, open: "03:00", close: "03:01" }] } },
  ],
  voice_agent: { enabled: true, phrases: [{ text: "book it", excluding: ["don't book it"] }] },
};

/** In the past, and outside the hours of the last rule. */
const NOON = "12:00:00Z";
const yesterdayNoon = () => `${new Date(Date.now() - 86_400_000).toISOString().slice(0, 11)}${NOON}`;

const post = (id: number, part: string, json: object) =>
  ask("POST", `/api/v1/calls/${id}/${part}`, { headers: keyOf(demo), json });

test("the call page shows why a call did not convert, then why it did, and what overrode it", async ({
  as,
  newCall,
}) => {
  const buyerId = await givenBuyer(demo, SETTINGS, yesterdayNoon());
  const { id } = await newCall({ buyer_id: buyerId, started_at: yesterdayNoon() });
  const call = await CallPage.open(await as("owner"), id);
  const why = call.page.getByRole("region", { name: "Why", exact: true });
  const rule = (name: string) => why.getByRole("listitem").filter({ hasText: name }).first();
  await expect(rule("Rule 1 “Long call”")).toContainText("connected seconds ≥ 180, seen 171");
  await expect(rule("Rule 2 “Booked”")).toContainText("appointment_booked = true, missing");
  await expect(rule("Rule 3 “On paper”")).toContainText("off");
  await expect(rule("Rule 4 “At night”")).toContainText(/business hours open, seen \w+day \d\d:00 Europe\/Berlin/);
  await expect(why).toContainText("no transcript");
  await expect(why).toContainText("Not converted: no rule matched.");
  await expect(why).toContainText("version 1 of the buyer’s settings");
  await expect(why.getByRole("link", { name: "Rule 2 “Booked”" })).toHaveAttribute(
    "href",
    `/buyers/${buyerId}/conversion#rule-2`,
  );

  await post(id, "tokens", { tokens: { appointment_booked: "true" } });
  await call.page.reload();
  await expect(rule("Rule 2 “Booked”")).toContainText("matched");
  await expect(why).toContainText("converted by rule 2 “Booked”");
  await expect(call.revenue).toHaveValue("12.50");

  await CallPage.open(call.page, id);
  await call.buyerConverted.uncheck();
  await call.saveAndWait();
  await expect(why).toContainText(/converted by rule 2 “Booked”.*, then reversed by/);
  await why.getByText("One earlier evaluation").click();
  await expect(why.getByText("no match")).toBeVisible();

  await why.getByText("TS", { exact: true }).click();
  await expect(why).not.toContainText("Rule 2 “Booked”");
  await expectNothingFound(call.page);
});

test("a proof is marked in the transcript, and its time plays the recording from there", async ({ as, newCall }) => {
  const buyerId = await givenBuyer(demo, SETTINGS, yesterdayNoon());
  const { id } = await newCall({
    buyer_id: buyerId,
    started_at: yesterdayNoon(),
    recording_url: "https://recordings.test/1.mp3",
  });
  const segments = Array.from({ length: 40 }, (_, at) => ({ speaker: "agent", text: `Line ${at}.`, at_seconds: at }));
  segments.push({ speaker: "customer", text: "Yes, please book", at_seconds: 72.5 });
  segments.push({ speaker: "customer", text: "it for <b>Tuesday</b>.", at_seconds: 75 });
  await post(id, "transcript", { segments });
  const call = await CallPage.open(await as("viewer"), id);
  const transcript = call.page.getByRole("region", { name: "Transcript", exact: true });
  await expect(transcript.locator("mark")).toHaveText(["book", "it"]);
  await expect(transcript).toContainText("it for <b>Tuesday</b>.");
  await transcript.getByRole("link", { name: "Jump to proof" }).click();
  await expect(transcript.getByText("Yes, please")).toBeInViewport();
  await transcript.getByRole("button", { name: "Show all 42 lines" }).click();
  await expect(transcript.getByRole("button", { name: "Show less" })).toBeVisible();

  const why = call.page.getByRole("region", { name: "Why", exact: true });
  await expect(why.getByRole("link", { name: "said at 1:12" })).toHaveAttribute("href", "#said-40");
  await expect(why.getByRole("link", { name: /Rule|version/ })).toHaveCount(0);

  const player = call.page.getByLabel("Recording of this call");
  await player.evaluate((audio) => {
    audio.dataset.at = "";
    Object.defineProperty(audio, "currentTime", { set: (at: number) => Object.assign(audio.dataset, { at }) });
  });
  await transcript.getByRole("button", { name: "Play from 1:12" }).click();
  await expect(player).toHaveAttribute("data-at", "72.5");
  await expectNothingFound(call.page);
});

test("a side without settings says that it is only converted manually", async ({ as, newCall }) => {
  const { id, offerId } = await newCall({ started_at: "2001-01-01T12:00:00Z" });
  const call = await CallPage.open(await as("owner"), id);
  const why = call.page.getByRole("region", { name: "Why", exact: true });
  await expect(why).toContainText("No settings: manual only.");
  await why.getByText("TS", { exact: true }).click();
  await expect(why.getByRole("link", { name: / settings$/ })).toHaveAttribute("href", `/offers/${offerId}/conversion`);
  await expect(call.page.getByRole("region", { name: "Transcript", exact: true })).toHaveCount(0);
});

test("on a phone, reasons and transcript are below, and nothing overflows", async ({ as, newCall }) => {
  const buyerId = await givenBuyer(demo, SETTINGS, yesterdayNoon());
  const { id } = await newCall({
    buyer_id: buyerId,
    started_at: yesterdayNoon(),
    tokens: { appointment_booked: "x".repeat(300) },
  });
  await post(id, "transcript", { speaker: "customer", text: "book it ".repeat(60), at_seconds: 4000 });
  const page = await as("owner", { viewport: { width: 375, height: 800 }, colorScheme: "dark" });
  await CallPage.open(page, id);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await expectNothingFound(page);
});
