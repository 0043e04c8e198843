package org.keyline.phoneservices;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.keyline.config.snapshot.SnapshotSource;
import org.keyline.config.store.ConfigStore;
import org.keyline.model.page.PageWriter;
import org.keyline.model.page.PhonePage;
import org.keyline.phoneservices.access.Credentials;
import org.keyline.phoneservices.access.Phones;
import org.keyline.phoneservices.access.PushPermission;
import org.keyline.phoneservices.access.Reception;
import org.keyline.phoneservices.access.SignIn;
import org.keyline.phoneservices.access.Tickets;
import org.keyline.phoneservices.access.Visit;
import org.keyline.phoneservices.directory.CorporateDirectory;
import org.keyline.phoneservices.directory.PersonalDirectory;
import org.keyline.phoneservices.http.PageAnswer;
import org.keyline.phoneservices.http.PageRequest;
import org.keyline.phoneservices.http.PageSource;
import org.keyline.phoneservices.login.ExtensionMobility;
import org.keyline.phoneservices.login.LoginPages;
import org.keyline.phoneservices.menu.Menus;
import org.keyline.phoneservices.page.PageTexts;

/** Every page by its path. */
public final class PhonePages implements PageSource {
    private final Map<String, Function<Visit, PhonePage>> pages = new HashMap<>();
    private final Reception reception;
    private final PushPermission push;

    /**
     * The pages.
     *
     * @param phones where phones are
     * @param credentials checks PINs and passwords
     * @param mobility logs users in
     * @param tickets remember who signed in
     */
    public PhonePages(
            SnapshotSource configuration,
            ConfigStore store,
            Phones phones,
            Credentials credentials,
            ExtensionMobility mobility,
            Tickets tickets) {
        this.reception = new Reception(configuration, phones);
        this.push = new PushPermission(configuration, credentials);
        var signIn = new SignIn(credentials);
        pages.put(Menus.SERVICES, Menus::services);
        pages.put(Menus.DIRECTORIES, Menus::directories);
        directories(new CorporateDirectory(), new PersonalDirectory(store, signIn, tickets));
        login(new LoginPages(mobility, signIn, tickets));
    }

    private void directories(CorporateDirectory corporate, PersonalDirectory personal) {
        pages.put(CorporateDirectory.SEARCH, corporate::search);
        pages.put(CorporateDirectory.FOUND, corporate::found);
        pages.put(PersonalDirectory.SIGN_IN, personal::signIn);
        pages.put(PersonalDirectory.CHECK, personal::check);
        pages.put(PersonalDirectory.LIST, personal::list);
        pages.put(PersonalDirectory.ENTRY, personal::entry);
        pages.put(PersonalDirectory.EDIT, personal::edit);
        pages.put(PersonalDirectory.SAVE, personal::save);
        pages.put(PersonalDirectory.DELETE, personal::delete);
    }

    private void login(LoginPages login) {
        pages.put(LoginPages.LOGIN, login::login);
        pages.put(LoginPages.CHECK, login::check);
        pages.put(LoginPages.CHOSEN, login::chosen);
        pages.put(LoginPages.LOGOUT, login::logout);
    }

    @Override
    public PageAnswer answer(PageRequest request) {
        if (request.path().equals(PushPermission.PATH)) {
            return push.answer(request);
        }
        var page = pages.get(request.path());
        return page == null
                ? PageAnswer.text(404, "No such page")
                : PageAnswer.page(
                        PageWriter.write(reception.receive(request).map(page).orElseGet(PhonePages::refused)));
    }

    /** Says nothing of whether there is such a phone. */
    private static PhonePage refused() {
        var texts = PageTexts.in("en");
        return new PhonePage.Text(texts.get("refused.title"), "", texts.get("refused.phone"), List.of());
    }
}
