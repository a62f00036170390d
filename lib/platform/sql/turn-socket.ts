import { Socket } from "node:net";

/** More than this leaves at once: PostgreSQL begins with it while the rest is made. */
const HELD_BYTES = 64 * 1024;

/**
 * A socket on which small writes of one turn of the event loop leave in one. The driver corks it around each statement;
 * a plan sends a dozen statements in a turn, and each write costs both processes a wake-up.
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
