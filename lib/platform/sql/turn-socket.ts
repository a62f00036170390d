import { Socket } from "node:net";

/** A larger amount is sent at once, so that PostgreSQL starts on it while the rest is prepared. */
const HELD_BYTES = 64 * 1024;

/**
 * A socket that joins the small writes of one turn of the event loop. The driver corks it around each statement; a plan
 * sends a dozen statements in one turn, and each write would wake both processes.
 */
export class TurnSocket extends Socket {
  private isHeld = false;

  override cork(): void {
    super.cork();
    if (this.isHeld) return;
    this.isHeld = true;
    super.cork();
    process.nextTick(() => this.release());
  }

  override uncork(): void {
    super.uncork();
    if (this.writableLength > HELD_BYTES) this.release();
  }

  private release(): void {
    if (!this.isHeld) return;
    this.isHeld = false;
    super.uncork();
  }
}
