import { describe, expect, it } from "vitest";
import { ProtoMessage } from "../../../../src/nn/engine/onnx/protoMessage.js";

const bytes = (message: ProtoMessage): number[] => [...message.encode()];

// The byte sequences are those of the Protocol Buffers documentation, "Encoding", or follow from its rules.
describe("ProtoMessage", () => {
  it("writes integers in base 128, the lowest digits first", () => {
    expect(bytes(new ProtoMessage().int(1, 150))).toEqual([0x08, 0x96, 0x01]);
    expect(bytes(new ProtoMessage().int(1, 0))).toEqual([0x08, 0x00]);
    expect(bytes(new ProtoMessage().int(1, -1))).toEqual([0x08, ...Array<number>(9).fill(0xff), 0x01]);
    expect(bytes(new ProtoMessage().int(1, 2n ** 40n))).toEqual([0x08, 0x80, 0x80, 0x80, 0x80, 0x80, 0x20]);
  });

  it("writes fields beyond 15 with a longer tag", () => {
    expect(bytes(new ProtoMessage().int(20, 2))).toEqual([0xa0, 0x01, 0x02]);
  });

  it("writes text, bytes and messages behind their length", () => {
    expect(bytes(new ProtoMessage().bytes(2, "testing"))).toEqual([0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67]);
    expect(bytes(new ProtoMessage().bytes(3, new ProtoMessage().int(1, 150)))).toEqual([0x1a, 0x03, 0x08, 0x96, 0x01]);
    expect(bytes(new ProtoMessage().bytes(4, Uint8Array.of(7)))).toEqual([0x22, 0x01, 0x07]);
    expect(bytes(new ProtoMessage().bytes(2, "β"))).toEqual([0x12, 0x02, 0xce, 0xb2]);
  });

  it("writes real numbers in four bytes, little end first", () => {
    expect(bytes(new ProtoMessage().float(1, 1))).toEqual([0x0d, 0x00, 0x00, 0x80, 0x3f]);
  });

  it("takes a message as it is at that moment", () => {
    const inner = new ProtoMessage().int(1, 1);
    const outer = new ProtoMessage().bytes(1, inner);
    inner.int(2, 2);
    expect(bytes(outer)).toEqual([0x0a, 0x02, 0x08, 0x01]);
  });
});
