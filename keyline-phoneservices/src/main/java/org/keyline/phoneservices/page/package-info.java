/** What phones show: menus, texts, forms and directories as the XML objects phones know, and their words. */
@NullMarked
package org.keyline.phoneservices.page;

import org.jspecify.annotations.NullMarked;
