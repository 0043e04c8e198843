package org.keyline.lab.demo;

/** Something the user can see to: said in one sentence, without a stack trace. */
final class DemoTrouble extends Exception {
    DemoTrouble(String message) {
        super(message);
    }
}
