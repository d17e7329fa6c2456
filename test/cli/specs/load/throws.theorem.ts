throw new Error("no fixture:\n  run it again");
