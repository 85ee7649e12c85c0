/**
 * Makes a {@link org.tallyroom.form.Form} from a form definition, or tells all that is wrong with it. Knows nothing of
 * paper, units or counting. Start at {@link org.tallyroom.form.FormDefinition}.
 */
package org.tallyroom.form;
