/** TensorFlow.js. Everything outside `src/nn` takes it from here; nothing else imports the package. */
export * as tf from "@tensorflow/tfjs";
