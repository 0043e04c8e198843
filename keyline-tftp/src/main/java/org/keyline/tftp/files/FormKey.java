package org.keyline.tftp.files;

/** What a file that is kept in memory depends on: all of it the same, and the file is served again. */
sealed interface FormKey permits SignedForms.Key, EncryptedForms.Key {}
