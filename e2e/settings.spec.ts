import { SettingsPage } from "./support/settings-page";
import { expect, test } from "./support/test";

let made = 0;
function freshName(): string {
  made += 1;
  return `Copperleaf ${process.pid}-${Date.now()}-${made}`;
}

test("a new buyer gets rules, their order, hours and a price, and they are saved", async ({ as }) => {
  const page = await as("owner");
  const name = freshName();
  const settings = await SettingsPage.ofNewBuyer(page, name);

  const booked = await settings.addRule("Booked");
  await booked.getByRole("button", { name: "Add condition" }).click();
  await booked.getByRole("textbox", { name: "Token" }).fill("appointment_booked");
  await booked.getByRole("textbox", { name: "Value" }).fill("true");
  const long = await settings.addRule("Long call");
  await long.getByRole("checkbox", { name: "Minimum duration" }).check();

  await settings.rule("Long call").focus();
  await page.keyboard.press("Alt+ArrowUp");
  await expect(settings.rule("Long call")).toBeFocused();
  await expect(settings.rule("Long call")).toHaveAccessibleName(/^1/);
  await expect(settings.rule("Booked")).toHaveAccessibleName(/^2/);

  await page.getByRole("checkbox", { name: "Set business hours" }).check();
  await settings.cell("Saturday 10:00").focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByText("Sat 10:00–13:00")).toBeVisible();
  await settings.cell("Monday 17:00").hover();
  await page.mouse.down();
  await settings.cell("Tuesday 18:00").hover();
  await page.mouse.up();
  await expect(page.getByText("Mon–Tue 09:00–19:00")).toBeVisible();

  await page.getByRole("textbox", { name: "Reason" }).fill("first settings");
  await settings.saveAndWait();
  await settings.openPart("Prices");
  await page.getByRole("textbox", { name: "Default price" }).fill("12.50");
  await settings.saveAndWait();

  await page.reload();
  await expect(page.getByRole("textbox", { name: "Default price" })).toHaveValue("12.50");
  await settings.openPart("Conversion");
  await expect(settings.rule("Long call")).toHaveAccessibleName(/^1/);
  await expect(settings.rule("Booked")).toHaveAccessibleName(/appointment_booked is true/);
  await expect(page.getByText("Mon–Tue 09:00–19:00 · Wed–Fri 09:00–17:00 · Sat 10:00–13:00")).toBeVisible();
  await expect(page.getByRole("list", { name: "Automatic mechanisms" })).toContainText("Rules 2");

  await page.getByRole("tab", { name: "History" }).click();
  const history = page.getByRole("list", { name: "Versions, newest first" });
  await expect(history).toContainText("first settings");
  await expect(history).toContainText("Rule “Booked” added as rule 2");

  await page.goto(`/buyers?q=${encodeURIComponent(name)}`);
  const row = page.getByRole("list", { name: "Buyers, by name" }).getByRole("listitem");
  await expect(row).toContainText("2 rules");
  await expect(row).toContainText("12.50");
});

test("a click on a day opens or closes the whole day, and rows accept minutes", async ({ as }) => {
  const page = await as("owner");
  const settings = await SettingsPage.ofNewBuyer(page, freshName());
  await page.getByRole("checkbox", { name: "Set business hours" }).check();
  await settings.week.getByRole("button", { name: "Sunday" }).click();
  await expect(page.getByText("Sun 00:00–24:00")).toBeVisible();
  await settings.week.getByRole("button", { name: "Sunday" }).click();
  await expect(page.getByText("Sun 00:00–24:00")).toBeHidden();

  await page.getByText("Exact times").click();
  await page.getByRole("textbox", { name: "Opens" }).first().fill("9");
  await settings.save.click();
  await expect(page.getByText("Enter a time such as 09:00.")).toBeVisible();
  await page.getByRole("textbox", { name: "Opens" }).first().fill("09:15");
  await expect(page.getByText("Mon 09:15–17:00")).toBeVisible();
  await page.getByText("Half hours").click();
  await expect(settings.cell("Monday 09:00")).toHaveAccessibleName(/partly open/);
  await settings.saveAndWait();
});

test("a rule that can never fire is marked at once", async ({ as }) => {
  const page = await as("owner");
  const settings = await SettingsPage.ofNewBuyer(page, freshName());
  const first = await settings.addRule("Everybody");
  await settings.addRule("Late comer");
  const warning = page.getByText("Never fires: rule 1 “Everybody” above it matches every call.");
  await expect(warning).toBeVisible();
  await page.getByRole("checkbox", { name: "Convert by duration" }).check();
  await expect(page.getByText("Has no effect: rule 1 “Everybody” matches every call first.")).toBeVisible();
  await first.getByRole("button", { name: "Pause rule" }).click();
  await expect(warning).toBeHidden();
  await first.getByRole("button", { name: "Resume rule" }).click();
  await expect(warning).toBeVisible();
  await page.getByRole("button", { name: "Move Late comer up" }).click();
  await expect(page.getByText("Never fires: rule 1 “Late comer” above it")).toBeVisible();
});

test("errors appear at their field, also in a collapsed rule", async ({ as }) => {
  const page = await as("owner");
  const settings = await SettingsPage.ofNewBuyer(page, freshName());
  const rule = await settings.addRule("Priced");
  await rule.getByRole("combobox", { name: "Amount" }).selectOption("a fixed amount");
  await settings.rule("Priced").click();
  await expect(rule.getByRole("textbox", { name: "Amount per call" })).toHaveCount(0);
  await settings.save.click();
  const amount = page.getByRole("textbox", { name: "Amount per call" });
  await expect(amount).toBeFocused();
  await expect(amount).toHaveAccessibleDescription(/Enter a value./);
  await amount.fill("10.505");
  await settings.save.click();
  await expect(page.getByText(/Nothing was saved/)).toBeVisible();
  await expect(amount).toHaveAttribute("aria-invalid", "true");
  await amount.fill("10.50");
  await settings.saveAndWait();
  await expect(amount).toHaveValue("10.50");
});

test("a stale save says who was faster, and kept edits are applied on top", async ({ as }) => {
  const first = await SettingsPage.ofNewBuyer(await as("owner"), freshName());
  const path = new URL(first.page.url()).pathname;
  const second = await SettingsPage.open(await as("owner"), path);
  await first.page.getByRole("checkbox", { name: "Convert by duration" }).check();
  await first.saveAndWait();

  await second.page.getByRole("checkbox", { name: "Convert every call as soon as it arrives" }).check();
  await second.save.click();
  const dialog = second.page.getByRole("alertdialog", { name: "These settings have changed" });
  await expect(dialog).toContainText("Nothing was saved");
  await expect(dialog).toContainText("first converting second is 91");
  await dialog.getByRole("button", { name: "Keep my edits" }).click();
  await second.saveAndWait();

  await first.page.reload();
  await expect(first.page.getByRole("checkbox", { name: "Convert by duration" })).toBeChecked();
  await expect(first.page.getByRole("checkbox", { name: "Convert every call as soon as it arrives" })).toBeChecked();
});

test("discarded edits are replaced by what was saved meanwhile", async ({ as }) => {
  const first = await SettingsPage.ofNewBuyer(await as("owner"), freshName());
  await first.openPart("Prices");
  const second = await SettingsPage.open(await as("owner"), new URL(first.page.url()).pathname);
  await first.page.getByRole("textbox", { name: "Default price" }).fill("9");
  await first.saveAndWait();
  await second.page.getByRole("textbox", { name: "Default price" }).fill("11");
  await second.save.click();
  await second.page.getByRole("button", { name: "Discard my edits" }).click();
  await expect(second.page.getByRole("textbox", { name: "Default price" })).toHaveValue("9.00");
  await expect(second.page.getByText("Nothing to save")).toBeVisible();
});

test("a draft is simulated on past calls without being saved", async ({ as }) => {
  const page = await as("owner");
  await page.goto("/buyers");
  await page.getByRole("list", { name: "Buyers, by name" }).getByRole("link").first().click();
  await new SettingsPage(page).openPart("Conversion");
  await page.getByRole("checkbox", { name: "Convert every call as soon as it arrives" }).check();
  await page.getByRole("tab", { name: "Simulate" }).click();
  await page.getByRole("button", { name: "Run simulation" }).click();
  await expect(page.getByRole("table", { name: "Totals before and after" })).toContainText("Conversions");
  await expect(page.getByText(/with a different result/)).toBeVisible();
  await expect(page.getByText("Unsaved: Converts when dialled")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("list", { name: "Automatic mechanisms" })).toContainText("When dialled off");
});

test("an offer pays an amount, or a percentage between bounds", async ({ as }) => {
  const page = await as("owner");
  await page.goto("/offers");
  await page.getByRole("button", { name: "New offer" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill(freshName());
  await page.getByRole("button", { name: "Create offer" }).click();
  const settings = new SettingsPage(page);
  await settings.openPart("Prices");
  await page.getByRole("combobox", { name: "Payout type" }).selectOption("Percent of the charge");
  await page.getByRole("textbox", { name: "Percent of the charge" }).fill("62.5");
  await page.getByRole("textbox", { name: "Maximum" }).fill("20");
  await settings.saveAndWait();
  await settings.openPart("Conversion");
  await page.getByRole("checkbox", { name: "Follow the buyer side" }).check();
  await settings.saveAndWait();
  await settings.openPart("Prices");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Percent of the charge" })).toHaveValue("62.5");
  await expect(page.getByRole("textbox", { name: "Maximum" })).toHaveValue("20.00");
  await settings.openPart("Conversion");
  await expect(page.getByRole("list", { name: "Automatic mechanisms" })).toContainText("With the buyer follows");
});

test("leaving unsaved settings asks first", async ({ as }) => {
  const page = await as("owner");
  await SettingsPage.ofNewBuyer(page, freshName());
  await page.getByRole("button", { name: "Pause automatic conversion" }).click();
  await expect(page.getByText("Unsaved: Automatic conversion")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Buyers" }).click();
  await expect(page.getByRole("alertdialog", { name: "Leave without saving?" })).toBeVisible();
  await page.getByRole("button", { name: "Keep editing" }).click();
  await expect(page.getByText("Unsaved: Automatic conversion")).toBeVisible();
});

test("a manager reads settings as text and changes nothing", async ({ as }) => {
  const owner = await SettingsPage.ofNewBuyer(await as("owner"), freshName());
  await owner.page.getByRole("checkbox", { name: "Convert by duration" }).check();
  await owner.saveAndWait();
  const page = await as("manager");
  await page.goto(new URL(owner.page.url()).pathname);
  await expect(page.getByText("Longer than 90 s connected: the first converting second is 91.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Save changes" })).toHaveCount(0);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await page.goto("/buyers");
  await expect(page.getByRole("button", { name: "New buyer" })).toHaveCount(0);
});

test("without permission for settings there is no link to them, and the page says so", async ({ as }) => {
  const page = await as("operator");
  await page.goto("/calls");
  await expect(page.getByRole("link", { name: "Buyers" })).toHaveCount(0);
  for (const path of ["/buyers", "/offers", "/buyers/1", "/offers/1"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: /You don’t have access to/ })).toBeVisible();
  }
});
