/** What phones show as pages: menus, texts, forms and directories as the XML objects phones know. */
@NullMarked
package org.keyline.model.page;

import org.jspecify.annotations.NullMarked;
