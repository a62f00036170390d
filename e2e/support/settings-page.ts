import { expect, type Locator, type Page } from "@playwright/test";
import { hydrated } from "./call-page";

/** Page object of a settings page. */
export class SettingsPage {
  readonly save: Locator;
  readonly rules: Locator;
  readonly week: Locator;

  constructor(readonly page: Page) {
    this.save = page.getByRole("button", { name: "Save changes" });
    this.rules = page.getByRole("list", { name: "Rules, in order" });
    this.week = page.getByRole("grid", { name: "Business hours" });
  }

  /** Creates a buyer through the page, and opens its conversion settings. */
  static async ofNewBuyer(page: Page, name: string): Promise<SettingsPage> {
    await page.goto("/buyers");
    const make = page.getByRole("button", { name: "New buyer" });
    await hydrated(make);
    await make.click();
    await page.getByRole("dialog").getByRole("textbox", { name: "Name" }).fill(name);
    await page.getByRole("button", { name: "Create buyer" }).click();
    await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();
    await page.getByRole("navigation", { name: "Buyer" }).getByRole("link", { name: "Conversion" }).click();
    const settings = new SettingsPage(page);
    await hydrated(settings.save);
    return settings;
  }

  static async open(page: Page, path: string): Promise<SettingsPage> {
    await page.goto(path);
    const settings = new SettingsPage(page);
    await hydrated(settings.save);
    return settings;
  }

  /** Opens another part of the same party. */
  async openPart(part: "Conversion" | "Prices"): Promise<void> {
    await this.page
      .getByRole("navigation", { name: /^(Buyer|Offer)$/ })
      .getByRole("link", { name: part })
      .click();
    await this.page.waitForURL(new RegExp(`/${part.toLowerCase()}$`));
    await hydrated(this.save);
  }

  async addRule(name: string): Promise<Locator> {
    await this.page.getByRole("button", { name: "Add rule" }).click();
    const rule = this.rules.getByRole("listitem").filter({ has: this.page.getByRole("textbox", { name: "Name" }) });
    await rule.last().getByRole("textbox", { name: "Name" }).fill(name);
    return rule.last();
  }

  /** The button that expands a rule. */
  rule(name: string): Locator {
    return this.rules.getByRole("button", { name: new RegExp(`^[0-9]+ ?${name}`) });
  }

  cell(name: string): Locator {
    return this.week.getByRole("gridcell", { name: new RegExp(`^${name}`) });
  }

  async saveAndWait(): Promise<void> {
    await this.save.click();
    await expect(this.page.getByText("Nothing to save")).toBeVisible();
  }
}
