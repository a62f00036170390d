import { expect, type Locator, type Page } from "@playwright/test";

/** Page object of the call page. */
export class CallPage {
  readonly buyerConverted: Locator;
  readonly offerConverted: Locator;
  readonly buyer: Locator;
  readonly buyerSide: Locator;
  readonly revenue: Locator;
  readonly payout: Locator;
  readonly reason: Locator;
  readonly save: Locator;
  readonly billing: Locator;
  readonly history: Locator;
  readonly bar: Locator;

  constructor(readonly page: Page) {
    this.buyerConverted = page.getByRole("checkbox", { name: "Buyer Converted?" });
    this.offerConverted = page.getByRole("checkbox", { name: "TS Converted?" });
    this.buyer = page.getByRole("combobox", { name: "Buyer" });
    this.buyerSide = page.getByRole("group", { name: "Buyer side" });
    this.revenue = page.getByRole("textbox", { name: "Revenue" });
    this.payout = page.getByRole("textbox", { name: "Payout" });
    this.reason = page.getByRole("textbox", { name: "Reason (optional)" });
    this.save = page.getByRole("button", { name: "Save Changes" });
    this.billing = page.getByRole("region", { name: "Billing", exact: true });
    this.history = page.getByRole("region", { name: "History", exact: true });
    this.bar = page.getByRole("status").filter({ hasText: /Nothing to save|Unsaved|saved/ });
  }

  static async open(page: Page, id: number): Promise<CallPage> {
    const call = new CallPage(page);
    await page.goto(`/calls/${id}`);
    const heading = page.getByRole("heading", { name: "Conversion" });
    await expect(heading).toBeVisible();
    await hydrated(heading);
    return call;
  }

  /** Rows of this kind in the billing panel. */
  line(kind: "charge" | "credit" | "payout" | "clawback"): Locator {
    const cell = this.page.getByRole("cell").filter({ hasText: new RegExp(`^${kind}`) });
    return this.billing.getByRole("row").filter({ has: cell });
  }

  async saveAndWait(): Promise<void> {
    await this.save.click();
    await expect(this.page.getByText("Nothing to save")).toBeVisible();
  }

  async runRollup(): Promise<void> {
    await this.billing.getByRole("button", { name: "Run rollup now" }).click();
    await expect(this.page.getByText(/Rollup complete/).last()).toBeVisible();
    await expect(this.billing.getByText("pending", { exact: true })).toHaveCount(0);
  }
}

/** Waits for hydration: earlier clicks are lost. */
export async function hydrated(part: Locator): Promise<void> {
  const listens = () => part.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__react")));
  await expect.poll(listens).toBe(true);
}
