import { join } from "node:path";
import PDFDocument from "pdfkit";

const FONTS = join(process.cwd(), "node_modules/geist/dist/fonts/geist-sans");
const MARGIN = 48;
const BOTTOM = 64;
const LINE = 14;
const LOGO_WIDTH = 180;
const LOGO_HEIGHT = 48;
const FIGURES_OF_ONE_WIDTH: PDFKit.Mixins.OpenTypeFeatures[] = ["tnum"];

export type Column = { readonly x: number; readonly width: number; readonly align?: "right" };
export type Weight = "regular" | "bold";

/**
 * A page with text at fixed positions. The same content gives the same bytes: no compression, our own fonts, and no
 * time but the given one.
 */
export class Sheet {
  private readonly document: PDFKit.PDFDocument;
  private y = MARGIN;

  constructor(title: string, author: string, at: Date) {
    const info = {
      Title: title,
      Author: author,
      Creator: "Callmark",
      Producer: "Callmark",
      CreationDate: at,
      ModDate: at,
    };
    this.document = new PDFDocument({
      size: "A4",
      margin: MARGIN,
      compress: false,
      bufferPages: true,
      lang: "en",
      info,
    });
    this.document.registerFont("regular", join(FONTS, "Geist-Regular.ttf"));
    this.document.registerFont("bold", join(FONTS, "Geist-SemiBold.ttf"));
  }

  get top(): number {
    return this.y;
  }

  get right(): number {
    return this.document.page.width - MARGIN;
  }

  moveTo(y: number): void {
    this.y = y;
  }

  skip(lines = 1): void {
    this.y += lines * LINE;
  }

  /** A PNG or JPEG image at the left, above what follows. */
  logo(image: Uint8Array): void {
    this.document.image(Buffer.from(image), MARGIN, this.y, { fit: [LOGO_WIDTH, LOGO_HEIGHT] });
    this.y += LOGO_HEIGHT + LINE;
  }

  /** One row of cells. After a full page a new one starts with the heading. */
  row(cells: readonly (readonly [string, Column])[], weight: Weight = "regular", above?: () => void): void {
    if (this.y > this.document.page.height - BOTTOM - LINE) {
      this.document.addPage();
      this.y = MARGIN;
      above?.();
    }
    for (const [text, column] of cells) this.put(text, column, this.y, 8, weight);
    this.y += LINE;
  }

  title(text: string, size: number, column: Column): void {
    this.put(text, column, this.y, size, "bold");
    this.y += size * 1.5;
  }

  rule(): void {
    this.document
      .moveTo(MARGIN, this.y - 3)
      .lineTo(this.right, this.y - 3)
      .lineWidth(0.5)
      .strokeColor("#999999")
      .stroke();
  }

  /** Adds statement and page numbers to the foot of each page and returns the file. */
  async finish(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const { start, count } = this.document.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.document.switchToPage(page);
      const y = this.document.page.height - BOTTOM + LINE;
      // PDFKit starts a new page for text below the bottom margin.
      this.document.page.margins.bottom = 0;
      this.put(name, { x: MARGIN, width: 200 }, y, 8, "regular");
      const place = `Page ${page - start + 1} of ${count}`;
      this.put(place, { x: this.right - 100, width: 100, align: "right" }, y, 8, "regular");
    }
    const pieces: Uint8Array[] = [];
    const finished = new Promise<void>((resolve, reject) => {
      this.document.on("data", (piece: Uint8Array) => pieces.push(piece));
      this.document.on("end", () => resolve());
      this.document.on("error", reject);
    });
    this.document.end();
    await finished;
    return new Uint8Array(Buffer.concat(pieces));
  }

  private put(text: string, { x, width, align }: Column, y: number, size: number, weight: Weight): void {
    this.document.font(weight).fontSize(size).fillColor("#111111");
    const shown = this.fitting(text, width);
    const options = { lineBreak: false, ...(align === "right" && { features: FIGURES_OF_ONE_WIDTH }) };
    const left = align === "right" ? x + width - this.document.widthOfString(shown, options) : x;
    this.document.text(shown, left, y, options);
  }

  private fitting(text: string, width: number): string {
    if (this.document.widthOfString(text) <= width) return text;
    const letters = [...text];
    while (letters.length > 1 && this.document.widthOfString(`${letters.join("")}…`) > width) letters.pop();
    return `${letters.join("")}…`;
  }
}
