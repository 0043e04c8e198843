/**
 * What phones fetch over HTTP beside their files: menus of services, directories, the login of extension mobility, and
 * the answer to who may send pages to a phone.
 */
@NullMarked
package org.keyline.phoneservices;

import org.jspecify.annotations.NullMarked;
