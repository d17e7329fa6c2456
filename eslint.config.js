import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** Randomness comes from a Key and time from the caller: neither may be read from the environment. */
const deterministic = {
  "no-restricted-properties": [
    "error",
    { object: "Math", property: "random", message: "Draw from a Key (src/random/key.ts)." },
    { object: "Date", property: "now", message: "No clock in src/ outside cli/." },
    { object: "performance", property: "now", message: "No clock in src/ outside cli/." },
  ],
  "no-restricted-syntax": [
    "error",
    { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: "No clock in src/ outside cli/." },
    { selector: "ExportDefaultDeclaration", message: "Name every export." },
  ],
};

export default tseslint.config(
  { ignores: ["dist/", "coverage/", "results/", "node_modules/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  { files: ["src/**/*.ts"], ignores: ["src/cli/**"], rules: deterministic },
  {
    files: ["theorems/**/*.ts", "test/**/*.ts"],
    rules: { "no-restricted-properties": deterministic["no-restricted-properties"] },
  },
  {
    files: ["**/*.{js,mjs}"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly", performance: "readonly" } },
  },
);
