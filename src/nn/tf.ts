/** TensorFlow.js; everything outside `src/nn` takes it from here, and nothing else imports the package. */
export * as tf from "@tensorflow/tfjs";
